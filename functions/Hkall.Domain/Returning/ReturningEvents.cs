namespace Hkall.Domain.Returning;

public sealed record ItemSentBack : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { SentBackAt = at };
}

/// <summary>The lender has the item, or has been silent for so long that our own record of sending closes the loan.</summary>
public sealed record LoanCompleted(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Status = RequestStatus.Completed, ClosedWhy = Why };
}

/// <summary>The patron returned the part and still has others: the loan continues for those. Of a lost item, the part has turned up.</summary>
public sealed record PartReturned([Trace] string Barcode) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with
        {
            Parts = RequestFold.PartsOf(request) with { Back = [.. RequestFold.PartsOf(request).Back, Barcode] },

            // What turns up now has not been sent back yet.
            SentBackAt = request.Status == RequestStatus.Lost ? null : request.SentBackAt,
        };
}

namespace Hkall.Domain.Model;

/// <summary>What became of the libraries asked, for the mails that tell of a search.</summary>
public static class SearchCounts
{
    /// <summary>How many could not supply, and how many never answered.</summary>
    public static (int SaidNo, int DidNotAnswer) Of(PatronRequest request)
    {
        var over = request.Rota.Where(entry => entry is { WasAsked: true, Standing: RotaStatus.PassedOver }).ToList();
        var silent = over.Count(entry => entry.Why == ReasonCode.Silent);
        return (over.Count - silent, silent);
    }
}

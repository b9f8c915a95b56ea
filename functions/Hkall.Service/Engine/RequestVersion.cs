using System.Globalization;

namespace Hkall.Service.Engine;

/// <summary>A version of a request, as whoever gives an order saw it.</summary>
/// <param name="RequestId">The request; a version of another request is never this one's.</param>
/// <param name="Journal">The number of the last entry in its journal.</param>
public sealed record RequestVersion(string RequestId, int Journal)
{
    public static RequestVersion Of<TRequest>(VersionedRequest<TRequest> stored)
        where TRequest : class, Domain.IRequestState => new(stored.Request.Id, stored.Stored.Journal);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>Null if the text is no version.</returns>
    public static RequestVersion? Find(string text) =>
        text.Split('.') is [{ Length: > 0 and <= RequestIds.Length } id, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var journal)
            ? new RequestVersion(id, journal)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RequestId}.{Journal}");
}

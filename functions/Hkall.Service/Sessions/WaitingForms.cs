using System.Buffers.Text;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Sessions;

/// <summary>A field of a form, as it was sent.</summary>
public sealed record WaitingField([property: Code] string Name, [property: PersonsWords] string Value);

/// <summary>A form that was not carried out because its person has to sign in again.</summary>
/// <param name="Person">Whose form it is: nobody else may see or send it.</param>
/// <param name="Action">Where the form is sent to.</param>
public sealed record WaitingForm([property: Id] string Person, [property: Code] string Action, IReadOnlyList<WaitingField> Fields, DateTimeOffset Until);

/// <summary>Keeps what was typed in a form while its person signs in again.</summary>
public sealed class WaitingForms(IRows rows, IRandom random, MachineTime machine)
{
    private const int IdBytes = 32;

    /// <returns>The id of the kept form; null if the form is too large to be kept.</returns>
    public async Task<string?> KeepAsync(string person, string action, IEnumerable<WaitingField> fields, CancellationToken cancellation)
    {
        var until = machine.Clock.GetUtcNow() + SessionLimits.FormKept;
        var body = StoredJson.Write(new WaitingForm(person, action, [.. fields], until));
        if (body.Length > RowLimits.BodyCharacters)
        {
            return null;
        }

        var id = Base64Url.EncodeToString(random.Bytes(IdBytes));
        var key = SessionRows.Form(SessionRows.HashOf(id));
        await rows.CommitAsync(
            RowTable.Sessions,
            SessionRows.Partition,
            [
                new RowWrite.Insert(SessionRows.Of(key, body, random)),
                new RowWrite.Insert(SessionRows.Of(SessionRows.End(until, key), key, random)),
            ],
            cancellation);
        return id;
    }

    /// <returns>The form; null if there is none, it is too old, or it is another person's.</returns>
    public async Task<WaitingForm?> FindAsync(string id, string person, CancellationToken cancellation)
    {
        var row = await rows.FindAsync(RowTable.Sessions, SessionRows.Partition, SessionRows.Form(SessionRows.HashOf(id)), cancellation);
        return row is not null && StoredJson.Read<WaitingForm>(row.Body) is var form && form.Person == person && machine.Clock.GetUtcNow() < form.Until
            ? form
            : null;
    }
}

using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Partners;

/// <summary>Secrets of libraries in storage: encrypted under a key that can be changed, and read as they were stored before.</summary>
public sealed class PartnerSecretsTests
{
    private const string Secret = "whsec_b25lIHNlY3JldCBvZiBhIGxpYnJhcnksIGluIHRlc3Rz";
    private const string Other = "whsec_YW5vdGhlciBzZWNyZXQgb2YgYSBsaWJyYXJ5LCBoZXJl";

    private static readonly byte[] Old = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] New = [.. Enumerable.Repeat((byte)2, 32)];

    private static readonly Partner Cuhk = new() { Symbol = "CUHK", Name = "CUHK Library", Tier = Tier.Hkall, AgencyId = "JULAC:CUHK", Secrets = [Secret, Other] };

    private readonly MemoryRows _rows = new();

    [Fact]
    public async Task No_secret_stands_in_the_row_of_a_library_and_each_is_read_back()
    {
        await Under(Old).PutAsync([Cuhk], CancellationToken.None);

        var body = await BodyAsync("CUHK");
        body.ShouldNotContain(Secret);
        body.ShouldNotContain(Secret["whsec_".Length..]);
        body.ShouldNotContain(Other);
        (await Under(Old).FindAsync("CUHK", CancellationToken.None))!.Secrets.ShouldBe([Secret, Other]);
    }

    [Fact]
    public async Task The_same_secret_never_looks_the_same_twice()
    {
        await Under(Old).PutAsync([Cuhk with { Secrets = [Secret, Secret] }], CancellationToken.None);

        (await StoredAsync("CUHK")).Secrets.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_row_from_before_is_read_and_its_next_change_encrypts_it()
    {
        await PutAsync("CUHK", Golden("partner-in-clear.json"));
        var directory = Under(Old);

        var read = (await directory.FindAsync("CUHK", CancellationToken.None))!;
        read.Secrets.ShouldBe([Secret, Other]);
        await directory.PutAsync([read with { Name = "The Chinese University of Hong Kong Library" }], CancellationToken.None);

        (await BodyAsync("CUHK")).ShouldNotContain("whsec_");
        (await directory.FindAsync("CUHK", CancellationToken.None))!.Secrets.ShouldBe([Secret, Other]);
    }

    [Fact]
    public async Task A_row_that_an_earlier_version_encrypted_is_read()
    {
        await PutAsync("CUHK", Golden("partner-encrypted.json"));

        (await Under(Old).FindAsync("CUHK", CancellationToken.None))!.Secrets.ShouldBe([Secret, Other]);
    }

    [Fact]
    public async Task After_a_change_of_the_key_both_read_until_every_row_is_encrypted_anew()
    {
        await Under(Old).PutAsync([Cuhk], CancellationToken.None);
        await PutAsync("HKU", Golden("partner-in-clear.json").Replace("CUHK", "HKU", StringComparison.Ordinal));
        var both = Under(New, Old);
        (await both.FindAsync("CUHK", CancellationToken.None))!.Secrets.ShouldBe([Secret, Other]);

        (await both.EncryptAnewAsync(CancellationToken.None)).ShouldBe(2);

        (await both.EncryptAnewAsync(CancellationToken.None)).ShouldBe(0, "There is nothing left to write.");
        foreach (var symbol in (string[])["CUHK", "HKU"])
        {
            (await Under(New).FindAsync(symbol, CancellationToken.None))!.Secrets.ShouldBe([Secret, Other]);
            (await Under(Old).FindAsync(symbol, CancellationToken.None))!.Secrets.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task What_is_copied_to_another_librarys_row_is_not_its_secret()
    {
        await Under(Old).PutAsync([Cuhk], CancellationToken.None);
        await PutAsync("HKU", (await BodyAsync("CUHK")).Replace("CUHK", "HKU", StringComparison.Ordinal));

        var forged = (await Under(Old).FindAsync("HKU", CancellationToken.None))!;
        forged.Secrets.ShouldBeEmpty();
        forged.UnreadableSecrets.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("sealed:1:")]
    [InlineData("sealed:1:00000000")]
    [InlineData("sealed:1:00000000:")]
    [InlineData("sealed:1:00000000:AAAA:AAAA")]
    [InlineData("sealed:1:{id}:")]
    [InlineData("sealed:1:{id}:AAAA")]
    [InlineData("sealed:1:{id}:not+base64url/")]
    [InlineData("sealed:1:{id}:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_was_changed_in_storage_is_no_secret_and_stops_nobody_else(string value)
    {
        await Under(Old).PutAsync([Cuhk with { Symbol = "HKU" }], CancellationToken.None);
        var id = (await StoredAsync("HKU")).Secrets[0].Split(':')[2];
        await PutAsync("CUHK", StoredJson.Write(Cuhk with { Secrets = [value.Replace("{id}", id, StringComparison.Ordinal)] }));

        var all = await Under(Old).AllAsync(CancellationToken.None);
        all["CUHK"].Secrets.ShouldBeEmpty();
        all["HKU"].Secrets.ShouldBe([Secret, Other]);
    }

    [Fact]
    public async Task One_changed_character_of_what_is_stored_is_noticed()
    {
        await Under(Old).PutAsync([Cuhk], CancellationToken.None);
        var stored = await StoredAsync("CUHK");
        var (first, at) = (stored.Secrets[0], stored.Secrets[0].Length - 10);
        var changed = first[..at] + (first[at] == 'A' ? 'B' : 'A') + first[(at + 1)..];
        await PutAsync("CUHK", StoredJson.Write(stored with { Secrets = [changed, stored.Secrets[1]] }));

        (await Under(Old).FindAsync("CUHK", CancellationToken.None))!.Secrets.ShouldBe([Other]);
    }

    [Fact]
    public async Task A_secret_whose_key_is_missing_survives_a_change_of_the_entry_until_the_key_is_back()
    {
        await Under(Old).PutAsync([Cuhk], CancellationToken.None);
        var without = Under(New);
        var read = (await without.FindAsync("CUHK", CancellationToken.None))!;
        read.Secrets.ShouldBeEmpty();

        await without.PutAsync([read with { Name = "Another name" }], CancellationToken.None);
        (await without.EncryptAnewAsync(CancellationToken.None)).ShouldBe(0);

        var back = (await Under(Old).FindAsync("CUHK", CancellationToken.None))!;
        (back.Name, back.Secrets.Count).ShouldBe(("Another name", 2));
    }

    [Fact]
    public async Task A_proposal_holds_its_secrets_as_a_row_of_a_library_does()
    {
        var store = Proposals(Old);
        await store.AddAsync(Proposal(store.NewId()), CancellationToken.None);

        (await ProposalRowAsync()).Body.ShouldNotContain("whsec_");
        (await store.AllAsync(CancellationToken.None)).Single().Entry!.Secrets.ShouldBe([Secret, Other]);
    }

    [Fact]
    public async Task A_proposal_from_before_is_read_and_encrypted_anew()
    {
        var store = Proposals(New, Old);
        var id = store.NewId();
        await _rows.CommitAsync(
            RowTable.Partners, "proposals", [new RowWrite.Put(new Row("proposals", id, StoredJson.Write(Proposal(id)), "c"))], CancellationToken.None);
        (await store.FindAsync(id, CancellationToken.None))!.Value.Proposal.Entry!.Secrets.ShouldBe([Secret, Other]);

        await store.EncryptAnewAsync(CancellationToken.None);

        (await ProposalRowAsync()).Body.ShouldNotContain("whsec_");
        (await Proposals(New).FindAsync(id, CancellationToken.None))!.Value.Proposal.Entry!.Secrets.ShouldBe([Secret, Other]);
    }

    private static Proposal Proposal(string id) => new()
    {
        Id = id,
        Kind = ProposalKind.Library,
        By = "staff-1",
        At = DateTimeOffset.UnixEpoch,
        OpenUntil = DateTimeOffset.UnixEpoch.AddDays(14),
        Symbol = Cuhk.Symbol,
        Entry = Cuhk,
    };

    private static PartnerSecretKeys Keys(byte[] current, byte[]? previous) => new(current, previous);

    private static string Golden(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HkallFunctions.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return File.ReadAllText(Path.Combine(folder, "tests", "Hkall.Service.Tests", "Partners", "Stored", name)).Trim();
    }

    private PartnerDirectory Under(byte[] current, byte[]? previous = null) => Directories.Over(_rows, new FakeTimeProvider(), Keys(current, previous));

    private ProposalStore Proposals(byte[] current, byte[]? previous = null) =>
        new(_rows, new SystemRandom(), Directories.Secrets(Keys(current, previous)));

    private Task PutAsync(string symbol, string body) => _rows.CommitAsync(
        RowTable.Partners, "partners", [new RowWrite.Put(new Row("partners", $"p:{symbol}", body, "c"))], CancellationToken.None);

    private async Task<string> BodyAsync(string symbol) =>
        (await _rows.FindAsync(RowTable.Partners, "partners", $"p:{symbol}", CancellationToken.None))!.Body;

    private async Task<Partner> StoredAsync(string symbol) => StoredJson.Read<Partner>(await BodyAsync(symbol));

    private async Task<Row> ProposalRowAsync() =>
        (await _rows.RangeAsync(RowTable.Partners, "proposals", "0", "~", 10, openOnly: false, CancellationToken.None)).Single();
}

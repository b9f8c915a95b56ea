using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;

namespace Hkall.Service.Mailing;

/// <summary>Items that go in one mail, and the key under which every try sends that mail.</summary>
internal sealed record Batch(string Key, IReadOnlyList<VersionedMail> Items)
{
    private const int KeyCharacters = 26;

    public static Batch Of(IReadOnlyList<VersionedMail> items) => new(items[0].Item.Batch ?? (items is [var only] ? only.Item.Key : KeyOf(items)), items);

    private static string KeyOf(IReadOnlyList<VersionedMail> items) =>
        "reminders:" + RequestIds.Base32(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', items.Select(held => held.Item.Key)))))[..KeyCharacters];
}

using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Turns;

namespace Hkall.Service.Posting;

/// <summary>Items that go in one mail, and the key under which that mail is sent on every try.</summary>
internal sealed record Batch(string Key, IReadOnlyList<HeldItem> Items)
{
    private const int KeyCharacters = 26;

    public static Batch Of(IReadOnlyList<HeldItem> items) => new(items[0].Item.Batch ?? (items is [var only] ? only.Item.Key : KeyOf(items)), items);

    private static string KeyOf(IReadOnlyList<HeldItem> items) =>
        "reminders:" + RequestIds.Base32(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', items.Select(held => held.Item.Key)))))[..KeyCharacters];
}

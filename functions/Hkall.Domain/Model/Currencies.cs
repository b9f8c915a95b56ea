using System.Collections.Frozen;
using System.Globalization;

namespace Hkall.Domain.Model;

/// <summary>The active currencies of ISO 4217 in which libraries charge, and the decimals of each. Funds and metals are not among them.</summary>
public static class Currencies
{
    private const string WithTwo =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP "
        + "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR "
        + "KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN "
        + "PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD "
        + "TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string WithNone = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    private const string WithThree = "BHD IQD JOD KWD LYD OMR TND";
    private const string WithFour = "CLF UYW";

    private static readonly FrozenDictionary<string, int> DecimalsByCode =
        new (string Codes, int Decimals)[] { (WithTwo, 2), (WithNone, 0), (WithThree, 3), (WithFour, 4) }
            .SelectMany(group => group.Codes.Split(' ').Select(code => (Code: code, group.Decimals)))
            .ToFrozenDictionary(currency => currency.Code, currency => currency.Decimals, StringComparer.Ordinal);

    public static IEnumerable<string> All => DecimalsByCode.Keys.Order(StringComparer.Ordinal);

    public static bool IsKnown(string? code) => code is not null && DecimalsByCode.ContainsKey(code);

    /// <summary>The decimals of its smallest unit: none for the yen, three for the dinar of Kuwait. Two for a code that is not known.</summary>
    public static int DecimalsOf(string code) => DecimalsByCode.GetValueOrDefault(code, 2);

    /// <summary>Whether the amount can be paid: it has no more decimals than its currency.</summary>
    public static bool IsPayable(Money money) => decimal.Round(money.Amount, DecimalsOf(money.Currency)) == money.Amount;

    /// <summary>The amount with its code and all decimals of its currency, such as <c>GBP 45.00</c> and <c>JPY 3000</c>.</summary>
    public static string Write(Money money) => string.Create(CultureInfo.InvariantCulture, $"{money.Currency} {Figures(money, grouped: false)}");

    /// <summary>The figures alone, with all decimals of the currency.</summary>
    public static string Figures(Money money, bool grouped) =>
        money.Amount.ToString($"{(grouped ? "N" : "F")}{DecimalsOf(money.Currency)}", CultureInfo.InvariantCulture);
}

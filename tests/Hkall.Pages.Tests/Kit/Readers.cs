namespace Hkall.Pages.Tests.Kit;

/// <summary>The languages of the pages, and the people of the bench who read each: their account says so, and a page goes by it.</summary>
internal static class Readers
{
    public const string English = "en";
    public const string Chinese = "zh-HK";

    /// <summary>For a journey that is walked in both.</summary>
    public static TheoryData<string> Both => [English, Chinese];

    /// <summary>Who works at the desk.</summary>
    public static string Of(string language) => language == English ? "Lam Mei Ling" : "曾志豪";

    /// <summary>A patron who may have everything, as the bench calls them.</summary>
    public static string Patron(string language) => language == English ? "okafor" : "wong-ka-yan";

    public static string PatronName(string language) => language == English ? "Dr Ngozi Okafor" : "黃嘉欣";
}

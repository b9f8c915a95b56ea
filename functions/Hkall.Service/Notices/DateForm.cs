namespace Hkall.Service.Notices;

/// <summary>How a sentence writes its dates in English. Chinese has one form.</summary>
public enum DateForm
{
    /// <summary>As the HTTP API has always given them: 26 November 2026.</summary>
    Plain,

    /// <summary>As pages write them: Thu 26 Nov 2026.</summary>
    Short,
}

namespace Hkall.Service.Web;

/// <summary>The scanner found malware in a file. It was not stored.</summary>
public sealed class InfectedFileException(string malware) : Exception($"The file contains {malware}.")
{
    public string Malware => malware;
}

/// <summary>The scanner does not answer, and without it no file is stored.</summary>
public sealed class FileNotScannedException(string why) : Exception(why);

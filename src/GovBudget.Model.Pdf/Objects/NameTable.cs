using System.Text;

namespace GovBudget.Model.Pdf.Objects;

/// <summary>Gives the same string for the same short name, so that reading a name seldom allocates. Safe for concurrent use: slots are only caches.</summary>
internal sealed class NameTable
{
    private const int Size = 2048;
    private const int LongestKept = 40;
    private readonly string?[] _slots = new string?[Size];

    public string Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestKept) return Encoding.Latin1.GetString(bytes);
        uint hash = 2166136261;
        foreach (byte b in bytes) hash = (hash ^ b) * 16777619;
        ref string? slot = ref _slots[(hash ^ (hash >> 16)) % Size];
        string? kept = slot;
        if (kept is not null && Same(kept, bytes)) return kept;
        return slot = Encoding.Latin1.GetString(bytes);
    }

    private static bool Same(string text, ReadOnlySpan<byte> bytes)
    {
        if (text.Length != bytes.Length) return false;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (text[i] != bytes[i]) return false;
        }

        return true;
    }
}

using System.Text;

namespace GovBudget.Cli.Corpus;

/// <summary>A part of a corpus: files are dealt out by a hash of their path, so that every machine knows its own without asking.</summary>
/// <param name="Index">0-based.</param>
/// <param name="Count">How many parts there are.</param>
internal readonly record struct Shard(int Index, int Count)
{
    public static Shard Whole { get; } = new(0, 1);

    /// <summary>Parses <c>i/n</c>, 0 ≤ i &lt; n.</summary>
    public static bool TryParse(string text, out Shard shard)
    {
        var parts = text.Split('/');
        shard = Whole;
        if (parts.Length != 2 || !int.TryParse(parts[0], out var index) || !int.TryParse(parts[1], out var count) || index < 0 || count < 1 || index >= count)
            return false;
        shard = new(index, count);
        return true;
    }

    public bool Holds(string relativePath)
    {
        if (Count == 1) return true;
        var hash = 14695981039346656037UL; // FNV-1a, the same on every machine
        foreach (var b in Encoding.UTF8.GetBytes(relativePath)) hash = (hash ^ b) * 1099511628211UL;
        return hash % (ulong)Count == (ulong)Index;
    }

    public override string ToString() => $"{Index}/{Count}";
}

/// <summary>The files of a folder in an order that is the same in every run: by name, folder by folder. Holds one folder's names at a time.</summary>
internal static class CorpusFiles
{
    /// <summary>Every file below the folder except hidden ones, lock files of Office (<c>~$…</c>) and what lies in <paramref name="excluded"/>; paths relative
    /// to the folder, with <c>/</c>.</summary>
    public static IEnumerable<string> Of(string folder, string excluded, Shard shard) =>
        Walk(new DirectoryInfo(folder), "", Path.TrimEndingDirectorySeparator(Path.GetFullPath(excluded))).Where(shard.Holds);

    private static IEnumerable<string> Walk(DirectoryInfo folder, string prefix, string excluded)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.') || entry.Name.StartsWith("~$", StringComparison.Ordinal)) continue;
            if (entry is not DirectoryInfo child)
            {
                yield return prefix + entry.Name;
            }
            else if (child.FullName != excluded && child.LinkTarget is null)
            {
                foreach (var file in Walk(child, $"{prefix}{child.Name}/", excluded)) yield return file;
            }
        }
    }
}

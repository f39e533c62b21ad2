using System.Text;

namespace GovBudget.Model;

/// <summary>How subject names are compared: pure functions over text, without a catalog.</summary>
internal static class SubjectName
{
    private const string Ordinals = "一二三四五六七八九十廿卅";

    /// <summary>The letters and digits alone, full-width digits made half-width, a leading ordinal (一、) and level marks （类）（款）（项） removed.</summary>
    public static string Fold(string? name)
    {
        if (string.IsNullOrEmpty(name)) return "";
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c == '、' && IsOrdinal(text)) text.Clear();
            else if (c is >= '０' and <= '９') text.Append((char)('0' + (c - '０')));
            else if (c is '(' or '（') text.Append('（');
            else if (c is ')' or '）') text.Append('）');
            else if (char.IsLetterOrDigit(c) || c is '?' or '\uFFFD' or '□') text.Append(c is '\uFFFD' or '□' ? '?' : c);
        }
        return text.Replace("（类）", "").Replace("（款）", "").Replace("（项）", "").Replace("（", "").Replace("）", "").ToString();
    }

    /// <summary>What is left of a folded name when its last word, which labels drop and add freely, is gone: 公共安全支出 → 公共安全, 商业服务业等支出 → 商业服务业.</summary>
    public static string Stem(string folded)
    {
        var stem = folded.EndsWith("支出", StringComparison.Ordinal) ? folded[..^2] : folded;
        stem = stem.EndsWith('等') ? stem[..^1] : stem;
        return stem.Length < 2 ? folded : stem;
    }

    /// <summary>How a folded printed name relates to a folded official one.</summary>
    public static (NameVerdict Verdict, int Distance) Compare(string printed, string official)
    {
        if (printed == official) return (NameVerdict.Folded, 0);
        if (printed.Length == 0) return (NameVerdict.Different, official.Length);
        var distance = Math.Abs(official.Length - printed.Length);
        if (Stem(printed) == Stem(official)) return (NameVerdict.Abbreviated, distance);
        if (printed.Length >= 2 && official.StartsWith(printed, StringComparison.Ordinal) && 2 * printed.Length >= official.Length)
            return (NameVerdict.Damaged, distance);
        if (printed.Contains('?', StringComparison.Ordinal) && FitsHoles(printed, official)) return (NameVerdict.Damaged, printed.Count(c => c == '?'));
        // Characters lost, none put in their place: a fifth of the name at most.
        if (printed.Length < official.Length && 5 * distance <= official.Length && IsSubsequence(printed, official)) return (NameVerdict.Damaged, distance);
        return (NameVerdict.Different, Edits(printed, official));
    }

    private static bool IsOrdinal(StringBuilder text)
    {
        if (text.Length is 0 or > 3) return false;
        for (var i = 0; i < text.Length; i++) if (!Ordinals.Contains(text[i], StringComparison.Ordinal)) return false;
        return true;
    }

    private static bool FitsHoles(string printed, string official)
    {
        if (printed.Length != official.Length || 2 * printed.Count(c => c == '?') > printed.Length) return false;
        for (var i = 0; i < printed.Length; i++) if (printed[i] != '?' && printed[i] != official[i]) return false;
        return true;
    }

    private static bool IsSubsequence(string part, string whole)
    {
        var next = 0;
        foreach (var c in whole) if (next < part.Length && part[next] == c) next++;
        return next == part.Length;
    }

    private static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}

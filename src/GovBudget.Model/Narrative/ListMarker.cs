namespace GovBudget.Model;

/// <summary>Ordinals at the head of a paragraph.</summary>
internal static class ListMarker
{
    private const string Numerals = "〇零一二三四五六七八九十百廿卅";

    /// <summary>How many characters of ordinal stand there; 0 where none does.</summary>
    public static int Length(string text, int at)
    {
        var i = at;
        while (i < text.Length && text[i] is '-' or '·' or '•' or '\uF0B7' or '●') i++;
        if (i >= text.Length) return 0;
        if (text[i] is >= '①' and <= '⑳') return i + 1 - at;
        if (text[i] == '第')
        {
            var part = Run(text, i + 1, Numerals);
            return part > i + 1 && string.CompareOrdinal(text, part, "部分", 0, 2) == 0 ? part + 2 - at : i - at;
        }
        if (text[i] == '（')
        {
            var inner = Math.Max(Run(text, i + 1, Numerals), Run(text, i + 1, "0123456789"));
            if (inner == i + 1 || inner - i > 4 || inner >= text.Length || text[inner] != '）') return i - at;
            inner++;
            while (inner < text.Length && text[inner] is '.' or '、' or '。') inner++;
            return inner - at;
        }
        var chinese = Run(text, i, Numerals);
        if (chinese > i && chinese < text.Length && text[chinese] is '、' or '.') return chinese + 1 - at;
        var digits = Run(text, i, "0123456789");
        if (digits == i || digits - i > 2) return i - at;
        if (digits < text.Length && text[digits] is '、' && (digits + 1 == text.Length || !char.IsAsciiDigit(text[digits + 1]))) return digits + 1 - at;
        if (digits >= text.Length || text[digits] != '.') return i - at;
        var end = digits;
        while (end + 1 < text.Length && text[end] == '.' && Run(text, end + 1, "0123456789") is var next && next > end + 1 && next - end <= 3) end = next;
        if (end > digits)
        {
            var levels = text.AsSpan(i, end - i).Count('.');
            return levels > 1 || (end < text.Length && !"万元%亿，。".Contains(text[end], StringComparison.Ordinal) && text[end] is >= '一' and <= '龥')
                ? end - at
                : i - at;
        }
        return digits + 1 - at;
    }

    /// <summary>The style of an ordinal: those of one style are of one level.</summary>
    public static string Style(string marker) =>
        string.Concat(marker.Select(c => Numerals.Contains(c, StringComparison.Ordinal) ? '一' : char.IsAsciiDigit(c) ? '1' : c == '．' ? '.' : c))
            .Replace("一一", "一", StringComparison.Ordinal)
            .Replace("11", "1", StringComparison.Ordinal);

    private static int Run(string text, int at, string chars)
    {
        while (at < text.Length && chars.Contains(text[at], StringComparison.Ordinal)) at++;
        return at;
    }
}

namespace GovBudget.Model.Tests;

/// <summary>Paragraphs out of a text dump: table rows dropped, wrapped lines joined. Stands in for what the layout readers give.</summary>
internal static class TextDump
{
    private static readonly string[] Endings = ["。", "：", "；", "！", "？", ":", ";", "表"];

    public static List<NarrativeText> Read(string path)
    {
        var paragraphs = new List<NarrativeText>();
        var current = "";
        var page = 1;
        var blank = true;
        foreach (var raw in File.ReadLines(path))
        {
            if (raw.Contains('\f')) page++;
            var line = Latex(raw.Trim(' ', '\f', '\u3000'));
            if (raw.Contains('\t') || IsRow(line)) line = "";
            var joins = current.Length > 0
                && line.Length > 0
                && !StartsParagraph(line)
                && !Endings.Any(e => current.EndsWith(e, StringComparison.Ordinal))
                && !(LooksLikeTitle(current) && (blank || StartsParagraph(current)));
            joins |= current.Length > 0 && (line.StartsWith('。') || line.StartsWith('，'));
            if (line.Length == 0)
            {
                blank = true;
                continue;
            }
            if (joins) current += char.IsAsciiLetterOrDigit(current[^1]) && char.IsAsciiLetterOrDigit(line[0]) ? " " + line : line;
            else
            {
                if (current.Length > 0) paragraphs.Add(new NarrativeText(current, page));
                current = line;
            }
            blank = false;
        }
        if (current.Length > 0) paragraphs.Add(new NarrativeText(current, page));
        return paragraphs;
    }

    /// <summary>A row of a table in a layout dump: several cells apart, or nothing but figures.</summary>
    private static bool IsRow(string line) =>
        line.Length > 0
            && (System.Text.RegularExpressions.Regex.IsMatch(line,
                @"\.{5,}|…{3,}|^[\d\s.,]+$|^\d{1,7} +[^ ，。]+ [^，。]*[\d,.]+$|[\d,]+\.\d\d [\d,]+\.\d\d|\S {3,}\S+ {3,}\S"));

    private static bool StartsParagraph(string line) =>
        System.Text.RegularExpressions.Regex.IsMatch(line,
            @"^(第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|[（(]?\d{1,2}[)）]|\d{1,2}[.、．](?!\d)|-|图 ?\d|注：)")
        || (line.Length < 30 && (line.EndsWith('表') || line.EndsWith("名词解释", StringComparison.Ordinal) || line.EndsWith("编制说明", StringComparison.Ordinal)));

    private static bool LooksLikeTitle(string line) =>
        line.Length < 40
            && !line.Contains('，')
            && (line.EndsWith("说明", StringComparison.Ordinal)
                || line.EndsWith("情况", StringComparison.Ordinal)
                || line.EndsWith("解释", StringComparison.Ordinal));

    /// <summary>One dump wrote signs as formulas.</summary>
    private static string Latex(string line) => line.Replace("$", "").Replace("\\geq ", "≥").Replace("\\geq", "≥").Replace("\\%", "%");
}

using System.Text.RegularExpressions;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>What pages print to say that a table goes on: 续表, 收入决算表（续）, 续表 2, 转下页.</summary>
internal static partial class Continuation
{
    /// <summary>Whether a line says nothing but that the table of the page before goes on.</summary>
    public static bool IsMark(string text) => Mark().IsMatch(Bare(text));

    /// <summary>Whether a line below a table says nothing but that it goes on overleaf.</summary>
    public static bool PointsOn(string text) => Onward().IsMatch(Bare(text));

    /// <summary>Whether a text is that other one once more, with a word that it goes on or without.</summary>
    public static bool Repeats(string text, string first) => text == first || IsMarked(text) && Names(Bare(text)).Contains(Bare(first));

    /// <summary>Whether a text has that word beside others.</summary>
    public static bool IsMarked(string text) => Suffix().IsMatch(Bare(text)) || Prefix().IsMatch(Bare(text));

    /// <summary>What a marked title may be without its mark: 续表2… is 表2…, 续表：… is what follows.</summary>
    private static IEnumerable<string> Names(string text)
    {
        var name = Suffix().Replace(text, "");
        yield return name;
        if (!Prefix().IsMatch(name)) yield break;
        yield return name[1..];
        yield return Prefix().Replace(name, "");
    }

    private static string Bare(string text) => Blank().Replace(text, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^[（(【\[]?(?:续表?[\d一二三四五六七八九十]{0,3}|[续接]上[表页]|上接第?\d*页)[）)】\]]?[：:]?$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[（(【\[]?(?:[转接续见]下一?[表页]|下[转接]第?\d*页|未完[，,、]?(?:待续|[转接]下页))[）)】\]]?$")]
    private static partial Regex Onward();

    [GeneratedRegex(@"(?<=.)(?:[（(【\[](?:续表?[\d一二三四五六七八九十]{0,3}|[续接]上[表页])[）)】\]]|[-－—]*续表?[\d一二三四五六七八九十]{0,3})$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^续表?[：:]?(?=.)")]
    private static partial Regex Prefix();
}

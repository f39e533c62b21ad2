using System.Text.RegularExpressions;

namespace GovBudget.Model.Forms;

/// <summary>Which texts are notes under a table.</summary>
internal static partial class NoteText
{
    private const int LongestLabel = 40, LongestAbove = 150;

    /// <summary>Whether a text inside a table is a note rather than a label.</summary>
    public static bool IsNote(string text) => Label.Fold(text) is var folded && (folded.Length > LongestLabel || Marked().IsMatch(folded));

    /// <summary>Whether a paragraph right below a table is a note to it, or goes on with the notes.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="follows">Whether it follows a note.</param>
    public static bool IsBelow(string text,
        bool follows) => Label.Fold(text) is var folded && (Marked().IsMatch(folded) || (follows && Numbered().IsMatch(folded)));

    /// <summary>Whether a paragraph between a title and its table is a note: marked as one, in brackets, or about the table or its rounding.</summary>
    public static bool IsAbove(string text) =>
        Label.Fold(text) is var folded && folded.Length <= LongestAbove && (Marked().IsMatch(folded) || Above().IsMatch(folded));

    [GeneratedRegex(@"^（[^（）]*）$|^本表|四舍五入|尾差|保留.位小数|以.{1,3}元为单位|数据来源")]
    private static partial Regex Above();

    [GeneratedRegex(@"^(?:注|备注|说明|注释|附注)\d?[:：.、]?|^(?:本表|本部门|本单位|本年度|我单位|我部门|我局).*(?:无|没有|不存在|空表|反映)|空表|^无数据|^\d+[栏行]")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^\d{1,2}[.．、](?!\d)")]
    private static partial Regex Numbered();
}

using System.Text.RegularExpressions;

namespace GovBudget.Model.Forms;

/// <summary>Which texts are notes under a table.</summary>
internal static partial class NoteText
{
    private const int LongestLabel = 40, LongestAbove = 150;

    /// <summary>Whether a text inside a table is a note rather than a label.</summary>
    public static bool IsNote(string text) => Label.Fold(text) is var folded && (folded.Length > LongestLabel || Marked().IsMatch(folded));

    /// <summary>Whether a text says who made or checked a table, as a line below it does (制表人：, 复核：, 单位负责人：).</summary>
    public static bool IsSignature(string text) => Signature().IsMatch(Label.Fold(text));

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

    [GeneratedRegex(@"^(?:单位|部门|财务|会计|项目)?(?:主要)?(?:负责|制表|编制|填表|填报|审核|复核|审批|经办|联系|分管)(?:领导|人员?|人姓名|单位|日期|时间)?[：:]|^联系电话[：:]")]
    private static partial Regex Signature();

    [GeneratedRegex(@"^\d{1,2}[.．、](?!\d)")]
    private static partial Regex Numbered();
}

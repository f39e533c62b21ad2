using System.Text.RegularExpressions;

namespace GovBudget.Model.Forms;

/// <summary>Code and name printed in one cell: <c>[201]一般公共服务支出</c>, <c>2080505 机关事业单位基本养老保险缴费支出</c>, <c>101001-某局机关</c>,
/// <c>11000023T000002001-物业费</c>.</summary>
internal static partial class CodedLabel
{
    /// <summary>The code and the name behind it; null where the label begins with no code.</summary>
    public static (string Code, string Name)? Split(string label) =>
        Coded().Match(Label.Squeeze(label)) is { Success: true } match ? (match.Groups["code"].Value, match.Groups["name"].Value) : null;

    [GeneratedRegex(@"^(?:[\[（(【〔［](?<code>\d{3,15})[\]）)】〕］]|(?<code>\d{3,15}|[A-Z0-9]{0,10}\d[A-Z0-9]{5,20})[-－—_:：]+|(?<code>\d{3}|\d{5}|\d{7}))(?<name>(?!年)\p{IsCJKUnifiedIdeographs}.*)$")]
    private static partial Regex Coded();
}

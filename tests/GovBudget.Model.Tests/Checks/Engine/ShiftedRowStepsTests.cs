using GovBudget.Model.Checks;

namespace GovBudget.Model.Tests.Checks;

/// <summary>When rows are said to stand beside other rows' figures: where they begin and end, how many tell, and which of two tables is out of step.</summary>
public class ShiftedRowStepsTests
{
    // each subject has a figure of its own, so that a row that prints another's is known
    private const string Whole = """
        201 甲: 合计=10.00 基本支出=10.00
        20101 甲一: 合计=10.00 基本支出=10.00
        202 乙: 合计=20.00 基本支出=20.00
        20201 乙一: 合计=20.00 基本支出=20.00
        203 丙: 合计=30.00 基本支出=30.00
        20301 丙一: 合计=30.00 基本支出=30.00
        204 丁: 合计=41.00 基本支出=41.00
        205 戊: 合计=52.00 基本支出=52.00
        206 己: 合计=63.00 基本支出=63.00
        207 庚: 合计=74.00 基本支出=74.00
        208 辛: 合计=85.00 项目支出=85.00
        """;

    [Theory]
    [InlineData("", "")] // alike
    [InlineData("204=52 205=63 206=74", "")] // three are not enough
    [InlineData("204=52 205=63 206=74 207=41", "")] // not in order
    [InlineData("203=41 204=52 205=63 206=74", "203>204 204>205 205>206 206>207")]
    [InlineData("203=41 204=52 205=63 206=74 207=85p", "203>204 204>205 205>206 206>207 207>208")]
    [InlineData("203=41 204=52 205=63 206=74 207=84", "203>204 204>205 205>206 206>207 207>?")] // more than all its own: out of step as well
    [InlineData("203=41 204=52 205=63 206=74 207=73", "203>204 204>205 205>206 206>207")] // less may be a part
    [InlineData("201=9 203=41 204=52 205=63 206=74", "203>204 204>205 205>206 206>207")] // before the slip too
    [InlineData("201=11 203=41 204=52 205=63 206=74", "201>? 203>204 204>205 205>206 206>207")] // four of five tell
    [InlineData("201=11 202=21 203=41 204=52 205=63 206=74", "")] // four of six do not
    [InlineData("203=41 204=52 205=63 206=74 207=", "203>204 204>205 205>206 206>207")] // a blank row tells nothing
    [InlineData("203=41 204=52 205=63 206=74 301=41", "203>204 204>205 205>206 206>207")] // nor one of another classification
    [InlineData("201=20 202=30 203=41 204=52", "201>202 202>203 203>204 204>205")]
    public void A_run_of_rows_with_the_figures_of_other_subjects_is_out_of_step(string changes, string shifted)
    {
        var index = Index(Whole, Changed(changes));
        var (whole, part) = (index.Statements[0], index.Statements[1]);
        Assert.Null(whole.Shifted);
        var rows = part.Shifted?.Rows ?? [];
        Assert.Equal(shifted.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            rows.Select(r => $"{part.Lines[r.Line].Code}>{(r.Meant < 0 ? "?" : whole.Lines[r.Meant].Code)}"));
        foreach (var row in rows)
        {
            Assert.Empty(part.Lines[row.Line].Figures);
            Assert.Equal("科目与金额错行", part.Term(row.Line, "合计").Unusable);
        }
    }

    [Fact]
    public void Of_two_tables_the_one_whose_subjects_do_not_add_up_is_out_of_step()
    {
        // the whole's rows print the figures of the rows above: its 203 is no longer the sum of 20301
        var slipped = Changed("203=20 204=30 205=41 206=52 207=63");
        var index = Index(slipped, Whole);
        Assert.Equal((5, null), (index.Statements[0].Shifted?.Rows.Length, index.Statements[1].Shifted?.Rows.Length));
        // where both add up as well, it is the part
        static string Without(string table) => table.ReplaceLineEndings("\n").Replace("20301 丙一: 合计=30.00 基本支出=30.00\n", "", StringComparison.Ordinal);
        var even = Index(Without(slipped), Without(Whole));
        Assert.Equal((null, 5), (even.Statements[0].Shifted?.Rows.Length, even.Statements[1].Shifted?.Rows.Length));
    }

    [Theory]
    [InlineData("项目支出", "其他支出")] // a column is not there
    [InlineData("202 乙:", "201 乙:")] // a code stands twice
    public void Tables_that_cannot_be_compared_row_by_row_are_in_step(string before, string after)
    {
        var changed = Changed("203=41 204=52 205=63 206=74");
        Assert.NotNull(Index(Whole, changed).Statements[1].Shifted);
        Assert.Null(Index(Whole, changed.Replace(before, after, StringComparison.Ordinal)).Statements[1].Shifted);
        Assert.Null(Index(Whole.Replace(before, after, StringComparison.Ordinal), changed).Statements[1].Shifted);
    }

    private static string Changed(string changes)
    {
        var lines = Whole.ReplaceLineEndings("\n").Split('\n').ToList();
        foreach (var change in changes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (code, figure) = (change.Split('=')[0], change.Split('=')[1]);
            var at = lines.FindIndex(l => l.StartsWith(code + " ", StringComparison.Ordinal));
            var figures = figure.Length == 0 ? "" : figure.EndsWith('p') ? $"合计={figure[..^1]}.00 项目支出={figure[..^1]}.00" : $"合计={figure}.00 基本支出={figure}.00";
            if (at >= 0) lines[at] = $"{lines[at].Split(':')[0]}: {figures}";
            else lines.Add($"{code} 经济科目: {figures}");
        }
        return string.Join('\n', lines);
    }

    private static DocumentIndex Index(string whole, string part) => new(Notation.Parse($"决算 2023 某局\n# Expenditure\n{whole}\n# GeneralPublic\n{part}"), null);
}

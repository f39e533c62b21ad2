namespace GovBudget.Cli.Tests;

/// <summary>Wrong usage: exit code 2, and lines on stderr that say what was wrong and what would be right; nothing on stdout.</summary>
public sealed class MisuseTests : IDisposable
{
    private static readonly string Sample = Tool.Sample("final-accounts-2023.xlsx");

    private readonly string _folder = Directory.CreateTempSubdirectory("govbudget").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("show", "缺少 FILE")]
    [InlineData("shwo a.pdf", "没有命令“shwo”；是不是 show？")]
    [InlineData("nonsense", "没有命令“nonsense”；命令有 show、facts")]
    [InlineData("debug", "缺少命令：page")]
    [InlineData("check a.pdf --format xml", "--format：“xml”不对，应为 json、sarif、text")]
    [InlineData("generate --year abc --out x.xlsx", "--year：“abc”不对，应为整数（年度）")]
    [InlineData("generate", "缺少 --out：要写的文件")]
    [InlineData("generate --year 99999 --out x.json", "--year 应为 2000 至 2100 的整数")]
    [InlineData("generate --lines 0 --out x.json", "--lines 应为 1 至 1000 的整数")]
    [InlineData("corpus docs --out x --shard 5/3", "--shard 应为 i/n")]
    [InlineData("rules --lng en", "多出“--lng”：没有这个选项；是不是 --lang？")]
    [InlineData("check a.pdf --format", "缺少 --format 的值：应为 json、sarif、text")]
    [InlineData("completion tcsh", "SHELL：“tcsh”不对，应为 bash、fish、pwsh、zsh")]
    public void A_command_that_is_none_says_what_would_be_right(string line, string said)
    {
        var (exit, output, error) = Tool.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains($"govbudget: {said}", error, StringComparison.Ordinal);
        Assert.Contains("--help", error, StringComparison.Ordinal);
        Assert.InRange(error.Count(c => c == '\n'), 2, 3);
    }

    [Fact]
    public void A_file_that_is_none_says_what_it_is()
    {
        string Made(string name, string text)
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllText(path, text);
            return path;
        }
        var (exit, output, error) = Tool.Run(
            "facts", Path.Combine(_folder, "none.pdf"), Path.Combine(_folder, "no-folder", "none.pdf"), _folder,
            Made("page.xls", "<html><table></table></html>"), Made("empty.pdf", ""), Made("other.json", "{\"a\":1}"),
            Made("broken.json", "{bad"), Made("list.json", "[]"), "--colour");
        Assert.Equal(2, exit);
        Assert.Equal(1, output.Count(c => c == '\n')); // the header
        var lines = error.TrimEnd('\n').Split('\n');
        string[] expected = ["没有这个文件", "没有文件夹", "是文件夹；请给出文件，整个文件夹用 govbudget corpus", "page.xls: 是网页（HTML）", "文件是空的", "没有名为“a”的成员", "不是合法的 JSON",
            "是文本文件；应为 PDF、Excel", "没有这个选项"];
        Assert.Equal(expected.Length, lines.Length);
        foreach (var (said, line) in expected.Zip(lines)) Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.DoesNotContain("page.xls: page.xls", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_is_not_written_over_what_is_read_or_where_it_cannot_be()
    {
        var copy = Path.Combine(_folder, "copy.xlsx");
        File.Copy(Sample, copy);
        var before = File.ReadAllBytes(copy);
        Assert.Contains("要写的就是要读的文件", Tool.Run("convert", copy, copy).Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(copy));
        var nowhere = Path.Combine(_folder, "no-folder", "out.json");
        var (exit, _, error) = Tool.Run("convert", copy, nowhere);
        Assert.Equal(2, exit);
        Assert.Contains($"{nowhere}: 没有文件夹", error, StringComparison.Ordinal);
        (exit, _, error) = Tool.Run("corpus", _folder, "--out", _folder);
        Assert.Equal(2, exit);
        Assert.Contains("不能写进语料文件夹本身", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bare_name_says_what_there_is()
    {
        var (exit, output, error) = Tool.Run();
        Assert.Equal((2, ""), (exit, error));
        Assert.Contains("convert <IN> <OUT>", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_there_is_said()
    {
        var (exit, _, error) = Tool.Run("show", Sample, "--table", "没有的表");
        Assert.Equal(0, exit);
        Assert.Contains("没有名称含“没有的表”的表；有 收入支出决算总表、", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_year_than_asked_for_is_said()
    {
        var (exit, output, error) = Tool.Run("subjects", "医疗", "--year", "1990");
        Assert.Equal(0, exit);
        Assert.Contains("没有 1990 年的科目表", error, StringComparison.Ordinal);
        Assert.Contains("2017 年", output, StringComparison.Ordinal);
        Assert.Equal(2, Tool.Run("subjects", "没有这种科目").Exit);
    }

    [Fact]
    public void Findings_are_a_line_each_where_output_goes_to_a_pipe()
    {
        var file = Path.Combine(_folder, "broken.json");
        Assert.Equal(0, Tool.Run("generate", "--fault", "narrative.share", "--year", "2023", "--seed", "7", "--out", file).Exit);
        var (_, output, _) = Tool.Run("check", file);
        var line = Assert.Single(output.Split('\n'), l => l.Contains("（narrative.share）", StringComparison.Ordinal));
        Assert.StartsWith("    错误 ", line, StringComparison.Ordinal);
    }
}

using System.Text.Json;

namespace GovBudget.Cli.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("govbudget").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Facts_prints_every_figure_of_the_sample()
    {
        var (exit, output, error) = Tool.Run("facts", Tool.Sample("final-accounts-2023.xlsx"));
        Assert.Equal(0, exit);
        Assert.Equal("", error);
        var rows = output.TrimEnd('\n').Split('\n');
        Assert.Equal("table,code,item,column,value,unit,page", rows[0]);
        Assert.Equal(155, rows.Length - 1);
        Assert.Contains("支出决算表,2101501,行政运行,基本支出,137.05,万元,3", rows);
        Assert.Contains("一般公共预算财政拨款基本支出决算表,,公用经费合计,金额,18.11,万元,6", rows);
    }

    [Fact]
    public void Facts_of_several_files_name_the_file()
    {
        var (exit, output, _) = Tool.Run("facts", Path.Combine("docs", "samples", "*.xlsx"));
        Assert.Equal(0, exit);
        var rows = output.TrimEnd('\n').Split('\n');
        Assert.EndsWith(",file", rows[0], StringComparison.Ordinal);
        Assert.Equal(155 + 423, rows.Length - 1);
        Assert.Equal(423, rows.Count(r => r.EndsWith("budget-2024.xlsx", StringComparison.Ordinal)));
    }

    [Fact]
    public void Show_prints_tables_for_eyes()
    {
        var (exit, output, _) = Tool.Run("show", Tool.Sample("final-accounts-2023.xlsx"));
        Assert.Equal(0, exit);
        Assert.StartsWith("武汉市硚口区医疗保障局 2023 年度部门决算", output, StringComparison.Ordinal);
        Assert.Contains("一般公共预算财政拨款收入", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".json")]
    [InlineData(".xlsx")]
    [InlineData(".pdf")]
    public void Converted_documents_hold_the_same_figures(string extension)
    {
        var converted = Path.Combine(_folder, "out" + extension);
        Assert.Equal(0, Tool.Run("convert", Tool.Sample("budget-2024.xlsx"), converted).Exit);
        static string[] Figures(string facts) => [.. facts.Split('\n').Select(r => r[..Math.Max(0, r.LastIndexOf(','))]).Order(StringComparer.Ordinal)];
        Assert.Equal(Figures(Tool.Run("facts", Tool.Sample("budget-2024.xlsx")).Output), Figures(Tool.Run("facts", converted).Output));
    }

    [Fact]
    public void Check_ends_with_0_without_errors_and_with_1_where_there_are_some()
    {
        var (exit, output, _) = Tool.Run("check", Tool.Sample("final-accounts-2023.xlsx"));
        Assert.Equal(0, exit);
        Assert.Contains("尾差", output, StringComparison.Ordinal);
        var json = Path.Combine(_folder, "broken.json");
        Tool.Run("convert", Tool.Sample("final-accounts-2023.xlsx"), json);
        File.WriteAllText(json, File.ReadAllText(json).Replace("\"project\": 51.16", "\"project\": 61.16", StringComparison.Ordinal));
        (exit, output, _) = Tool.Run("check", json, "--format", "json");
        Assert.Equal(1, exit);
        using var findings = JsonDocument.Parse(output);
        Assert.Contains(findings.RootElement.EnumerateArray(),
            f => f.GetProperty("severity").GetString() == "error" && f.GetProperty("message").GetString()!.Contains("61.16", StringComparison.Ordinal));
    }

    [Fact]
    public void Generated_documents_are_free_of_errors()
    {
        var file = Path.Combine(_folder, "generated.xlsx");
        Assert.Equal(0, Tool.Run("generate", "--kind", "final-accounts", "--year", "2023", "--seed", "7", "--out", file).Exit);
        Assert.Equal(0, Tool.Run("check", file).Exit);
        Assert.Contains("2023 年度部门决算", Tool.Run("show", file).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md", "是文本文件")]
    [InlineData("no-such-file.xlsx", "no-such-file.xlsx")]
    public void A_file_that_cannot_be_read_is_one_line_on_stderr_and_exit_2(string file, string reason)
    {
        var (exit, _, error) = Tool.Run("facts", file);
        Assert.Equal(2, exit);
        Assert.StartsWith("govbudget: ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(c => c == '\n'));
    }

    [Fact]
    public void One_bad_file_does_not_stop_the_others()
    {
        var (exit, output, error) = Tool.Run("facts", "README.md", Tool.Sample("final-accounts-2023.xlsx"));
        Assert.Equal(2, exit);
        Assert.Contains("行政运行", output, StringComparison.Ordinal);
        Assert.Contains("README.md", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_that_cannot_be_written_is_refused()
    {
        var (exit, _, error) = Tool.Run("convert", Tool.Sample("final-accounts-2023.xlsx"), Path.Combine(_folder, "out.docx"));
        Assert.Equal(2, exit);
        Assert.Contains(".xlsx", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_and_subjects_are_listed()
    {
        Assert.Contains("summary.grand-total", Tool.Run("rules").Output, StringComparison.Ordinal);
        Assert.Contains("2101505 医疗保障政策管理", Tool.Run("subjects", "医疗保障", "--year", "2023").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generated_document_has_the_fault_asked_for()
    {
        var file = Path.Combine(_folder, "faulty.json");
        var (exit, _, said) = Tool.Run("generate", "--year", "2023", "--seed", "7", "--fault", "summary.balance", "--out", file);
        Assert.Equal(0, exit);
        Assert.Contains("总表的支出总计与收入总计不等", said, StringComparison.Ordinal);
        var (found, output, _) = Tool.Run("check", file);
        Assert.Equal(1, found);
        Assert.Contains("summary.balance", output, StringComparison.Ordinal);

        var right = Path.Combine(_folder, "right.json");
        Assert.Equal(0, Tool.Run("generate", "--year", "2023", "--edition", "budget-jiangsu-2022", "--out", right).Exit);
        Assert.Equal(0, Tool.Run("check", right).Exit);
        Assert.Equal(2, Tool.Run("generate", "--year", "2023", "--fault", "no.rule", "--out", file).Exit);
        Assert.Equal(2, Tool.Run("generate", "--year", "2023", "--kind", "budget", "--fault", "narrative.date-year", "--out", file).Exit);
    }

    [Fact]
    public void A_page_is_drawn_with_what_its_grids_were_read_as()
    {
        var pdf = Path.Combine(_folder, "generated.pdf");
        Assert.Equal(0, Tool.Run("generate", "--year", "2023", "--seed", "7", "--tables", "--out", pdf).Exit);
        var drawings = Enumerable.Range(3, 3)
            .Select(page => Tool.Run("debug", "page", pdf, page.ToString(System.Globalization.CultureInfo.InvariantCulture)).Output)
            .ToList();
        Assert.All(drawings, svg => Assert.StartsWith("<svg", svg, StringComparison.Ordinal));
        Assert.Contains(drawings, svg => svg.Contains("收入决算表", StringComparison.Ordinal));
        Assert.Equal(2, Tool.Run("debug", "page", pdf, "999").Exit);
    }

    [Fact]
    public void Check_watch_checks_again_after_each_save_and_ends_when_interrupted()
    {
        var file = Path.Combine(_folder, "edited.json");
        Tool.Run("convert", Tool.Sample("final-accounts-2023.xlsx"), file);
        var start = new System.Diagnostics.ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "govbudget.dll"), "check", file,
                "--watch"])
        { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        using var process = System.Diagnostics.Process.Start(start)!;
        try
        {
            Until("不符 0 处");
            File.WriteAllText(file, File.ReadAllText(file).Replace("\"project\": 51.16", "\"project\": 61.16", StringComparison.Ordinal));
            Until("61.16");
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }

        void Until(params string[] expected)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (true)
            {
                var line = process.StandardOutput.ReadLineAsync(limit.Token).AsTask().GetAwaiter().GetResult();
                Assert.NotNull(line);
                if (expected.Any(e => line.Contains(e, StringComparison.Ordinal))) return;
            }
        }
    }

    [Fact]
    public void The_bash_completion_script_completes_commands_and_options()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("no bash");
        var script = Path.Combine(_folder, "completion.sh");
        File.WriteAllText(script, Tool.Run("completion", "bash").Output);
        string Complete(string line)
        {
            var run = $"govbudget() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "govbudget.dll")}' \"$@\"; }}; source '{script}'; COMP_LINE='{line}'; COMP_POINT={line.Length}; read -ra COMP_WORDS <<< \"$COMP_LINE\"; COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _govbudget; printf '%s\\n' \"${{COMPREPLY[@]}}\"";
            using var process = System.Diagnostics.Process.Start(
                new System.Diagnostics.ProcessStartInfo("bash", ["-c", run]) { RedirectStandardOutput = true })!;
            return process.StandardOutput.ReadToEnd();
        }
        Assert.Equal("completion\nconvert\ncorpus\n", Complete("govbudget co").Replace("\r", "", StringComparison.Ordinal));
        Assert.Contains("--resume", Complete("govbudget corpus --re"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_wider_than_the_page_is_shown_whole()
    {
        var columns = Enumerable.Range(1, 24).Select(i => $"第{i}季度/公务用车购置及运行维护费/其中公务用车购置费").ToList();
        var figures = columns.Select((column, i) => (Column: column, Amount: GovBudget.Model.Amount.OfWan(1000.25m + i)));
        var line = figures.Aggregate(new GovBudget.Model.StatementLine { Label = "合计" }, (l, f) => l with { Figures = l.Figures.With(f.Column, f.Amount) });
        var table = new GovBudget.Model.OtherTable { Title = "季度表", Columns = [.. columns], Lines = [line] };
        var file = Path.Combine(_folder, "wide.json");
        File.WriteAllText(file, GovBudget.Model.DocumentJson.Write(new GovBudget.Model.FinalAccounts { Statements = [table] }));
        var (exit, output, _) = Tool.Run("show", file);
        Assert.Equal(0, exit);
        Assert.Contains("1,000.25", output, StringComparison.Ordinal);
        Assert.Contains("1,023.25", output, StringComparison.Ordinal);
    }
}

using System.CommandLine;
using GovBudget.Model;
using GovBudget.Model.Testing;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget generate</c>: a document made up from a seed, for tests: valid, or with one named fault.</summary>
internal static class GenerateCommand
{
    private static int LastYear => DateTime.Today.Year - 1;

    public static Command Create()
    {
        var kind = new Option<string>("--kind", "-k") { Description = "部门决算或部门预算；有 --fault 时默认取该错误适用的一种", DefaultValueFactory = _ => "final-accounts" };
        kind.AcceptOnlyFromAmong("final-accounts", "budget");
        var year = new Option<int>("--year", "-y") { Description = "年度", DefaultValueFactory = _ => LastYear };
        var seed = new Option<int>("--seed", "-s") { Description = "种子：同一种子得到同一文件，同一部门的预算与决算相符", DefaultValueFactory = _ => 42 };
        var lines = new Option<int>("--lines", "-l") { Description = "支出项数", DefaultValueFactory = _ => 6 };
        var edition = new Option<string?>("--edition", "-e") { Description = $"表式：{string.Join('、', FormEdition.All.Select(e => $"{e.Id} {e.Name}"))}" };
        edition.AcceptOnlyFromAmong([.. FormEdition.All.Select(e => e.Id)]);
        var fault = new Option<string?>("--fault", "-f") { Description = "违反哪条规则（govbudget rules 列出）；不给则各表相符" };
        var tables = new Option<bool>("--tables") { Description = "只有表，没有正文和绩效表" };
        Within(year, 2000, 2100);
        Within(lines, 1, 1000);
        var output = new Option<string>("--out", "-o") { Description = $"要写的文件，按扩展名：{string.Join(' ', DocumentFiles.WrittenExtensions)}", Required = true };
        var command = new Command("generate", "生成一份虚构文件，供测试用：各表与正文相符，或有一处指明的错误") { kind, year, seed, lines, edition, fault, tables, output };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(output);
            if (!DocumentFiles.CanWrite(path)) return 2;
            var style = (result.GetValue(tables) ? PrintStyle.Default : PrintStyle.Whole) with { Wording = result.GetRequiredValue(seed) };
            var form = result.GetValue(edition) is { } name ? FormEdition.Find(name) : null;
            var given = result.GetResult(kind) is { Implicit: false };
            var asked = given || form is null ? KindOf(result.GetRequiredValue(kind)) : form.Kind;
            var when = result.GetResult(year) is { Implicit: false } || form is null
                ? result.GetRequiredValue(year)
                : form.Covers(LastYear) ? LastYear : form.LastYear ?? form.FirstYear;
            if (form is not null && form.Kind != asked) return Fail($"“{form.Name}”不是{(asked == DocumentKind.Budget ? "部门预算" : "部门决算")}的表式。");
            if (form is not null && !form.Covers(when)) return Fail($"“{form.Name}”不用于 {when} 年。");
            try
            {
                var books = (Seed: result.GetRequiredValue(seed), Year: when, Lines: result.GetRequiredValue(lines));
                var document = result.GetValue(fault) is { } rule
                    ? Faulty(rule, books, given || form is not null ? asked : null,
                        form is not null ? style with { Edition = form } : result.GetValue(tables) ? style : null)
                    : Valid(books, asked, style with { Edition = form });
                DocumentFiles.Write(document, path);
                return 0;
            }
            catch (KeyNotFoundException error)
            {
                return Fail(error.Message);
            }
            catch (ArgumentException error)
            {
                return Fail(error.Message.Split(" (Parameter", 2)[0]);
            }
            catch (Exception error) when (Failure.IsExpected(error))
            {
                return Failure.Report(error, path);
            }
        });
        return command;
    }

    private static void Within(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && (number < least || number > most))
            result.AddError($"{option.Name} 应为 {least} 至 {most} 的整数。");
    });

    private static DocumentKind KindOf(string name) => name == "budget" ? DocumentKind.Budget : DocumentKind.FinalAccounts;

    private static BudgetDocument Valid((int Seed, int Year, int Lines) books, DocumentKind kind, PrintStyle style)
    {
        var drawn = Generate.Books(books.Seed, books.Year, books.Lines);
        return kind == DocumentKind.Budget ? Generate.PrintBudget(drawn, style) : Generate.PrintFinalAccounts(drawn, style);
    }

    private static BudgetDocument Faulty(string rule, (int Seed, int Year, int Lines) books, DocumentKind? kind, PrintStyle? style)
    {
        var faulty = GenerateFaulty.Document(rule, books.Seed, books.Year, kind, style, books.Lines);
        Console.Error.WriteLine($"govbudget: {faulty.Fault}");
        return faulty.Document;
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine($"govbudget: {message}");
        return 2;
    }
}

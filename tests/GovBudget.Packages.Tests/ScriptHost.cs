using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace GovBudget.Packages.Tests;

/// <summary>Runs C# one block after the other, as notebooks do, against the libraries as built.</summary>
internal sealed class ScriptHost
{
    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(
            typeof(Enumerable).Assembly, typeof(Console).Assembly, typeof(GovBudget.Model.Amount).Assembly, typeof(GovBudget.Model.Excel.ExcelFormat).Assembly,
            typeof(GovBudget.Model.Pdf.PdfFormat).Assembly, typeof(GovBudget.Model.Testing.Generate).Assembly,
            typeof(GovBudget.Model.Interactive.DocumentFile).Assembly,
            typeof(FsCheck.Gen<int>).Assembly, typeof(NodaTime.LocalDate).Assembly)
        .WithImports("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks")
        .WithLanguageVersion(LanguageVersion.Latest);

    private ScriptState<object>? _state;

    /// <summary>Runs a block: what it prints, and its last expression where it ends in one.</summary>
    public async Task<(string Output, object? Value)> Run(string code)
    {
        // #r, #:package and #! are for the hosts; the libraries are at hand.
        code = string.Join('\n', code.Split('\n').Where(l => !l.StartsWith('#') || l.StartsWith("#nullable", StringComparison.Ordinal)));
        var before = Console.Out;
        using var output = new StringWriter { NewLine = "\n" };
        Console.SetOut(output);
        try
        {
            _state = _state is null
                ? await CSharpScript.RunAsync(code, Options, new ScriptGlobals(), cancellationToken: TestContext.Current.CancellationToken)
                : await _state.ContinueWithAsync(code, Options, TestContext.Current.CancellationToken);
        }
        finally
        {
            Console.SetOut(before);
        }
        return (output.ToString().ReplaceLineEndings("\n"), _state.ReturnValue);
    }
}

/// <summary>What every program has; scripts see it, so it is public.</summary>
public sealed class ScriptGlobals
{
#pragma warning disable IDE1006, CA1819, SA1300 // the name that programs use
    public string[] args { get; } = [];
#pragma warning restore IDE1006, CA1819, SA1300
}

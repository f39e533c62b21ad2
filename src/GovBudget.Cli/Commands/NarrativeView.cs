using Spectre.Console;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget show --narrative</c>: what the text of a document claims, and what of it could not be understood.</summary>
internal static class NarrativeView
{
    public static int Run(string[] arguments)
    {
        var console = Terminal.Create();
        return DocumentFiles.ForEach(arguments, (file, reading) =>
        {
            var narrative = reading.Document.ReadNarrative(i => reading.Provenance.OfParagraph(i)?.Page ?? 1);
            var sentences = narrative.FigureSentences.ToList();
            console.MarkupLineInterpolated(
                $"[bold]{Path.GetFileName(file)}[/]：{(sentences.Count == 0 ? "没有含数字的句子" : $"{sentences.Count} 个含数字的句子，读懂 {narrative.ParsedShare:P1}")}");
            foreach (var section in narrative.Sections.Where(s => s.Sentences.Any(x => x.HasFigures)))
            {
                console.MarkupLineInterpolated($"  [bold]{section.Ordinal} {section.Title}[/] [dim]{section.Sentences.Sum(s => s.Claims.Count)} 项陈述[/]");
                foreach (var sentence in section.Sentences.Where(s => s.HasFigures && !s.IsParsed))
                    console.MarkupLineInterpolated($"    [yellow]未读懂[/] 第 {sentence.Page} 页 {sentence.Text}");
            }
        });
    }
}

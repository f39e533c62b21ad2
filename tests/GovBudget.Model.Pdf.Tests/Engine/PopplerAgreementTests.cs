using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Fonts;

namespace GovBudget.Model.Pdf.Tests.Engine;

/// <summary>Letters against another reader: every letter of every word that pdftotext prints, at its place, over all shared documents.</summary>
public partial class PopplerAgreementTests(ITestOutputHelper output)
{
    private const double Tolerance = 1.0;

    [Fact]
    public void Letters_agree_with_pdftotext_in_text_and_place()
    {
        Shared.Require();
        if (Run("-v") is null) Assert.Skip("pdftotext is not installed.");
        int allTheirs = 0, allAgreed = 0;
        foreach (string path in Shared.Pdfs())
        {
            var file = PdfFile.Open(path);
            int theirs = 0, agreed = 0, extra = 0;
            var differences = new List<string>();
            var pages = Words(path);
            Assert.Equal(file.PageCount, pages.Count);
            for (int page = 1; page <= file.PageCount; page++)
            {
                var letters = Characters(file.GetPage(page, TestContext.Current.CancellationToken));
                var used = new bool[letters.Count];
                foreach (var (text, box) in pages[page - 1])
                {
                    theirs += text.Length;
                    int found = Match(text, box, letters, used);
                    agreed += found;
                    if (found < text.Length) differences.Add($"p{page} “{text}” at {box.X0:0.0},{box.Y0:0.0}: {text.Length - found} missing");
                }

                for (int i = 0; i < used.Length; i++)
                {
                    if (used[i]) continue;
                    extra++;
                    if (differences.Count < 40) differences.Add($"p{page} ours only “{letters[i].Text}” at {letters[i].Box.X0:0.0},{letters[i].Box.Y0:0.0}");
                }
            }

            output.WriteLine(
                $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}: {agreed} of {theirs} letters agree ({(double)agreed / theirs:P3}); {extra} only here");
            foreach (string difference in differences.Take(12)) output.WriteLine("    " + difference);
            (allTheirs, allAgreed) = (allTheirs + theirs, allAgreed + agreed);
        }

        output.WriteLine($"all: {allAgreed} of {allTheirs} ({(double)allAgreed / allTheirs:P4})");
        Assert.True(allAgreed >= 0.999 * allTheirs, $"{allAgreed} of {allTheirs} letters agree.");
    }

    /// <summary>How many letters of a word stand, in its box and in order along it, among ours.</summary>
    private static int Match(string word, Box box, List<(char Text, Box Box)> letters, bool[] used)
    {
        int found = 0;
        bool upright = box.Height > box.Width * 1.5 && word.Length > 2;
        double length = upright ? box.Height : box.Width;
        for (int i = 0; i < word.Length; i++)
        {
            double expected = (i + 0.5) / word.Length * length;
            int best = -1;
            double bestDistance = double.MaxValue;
            for (int k = 0; k < letters.Count; k++)
            {
                if (used[k] || letters[k].Text != word[i]) continue;
                var own = letters[k].Box;
                if (own.CenterX < box.X0 - Tolerance
                    || own.CenterX > box.X1 + Tolerance
                    || own.CenterY < box.Y0 - Tolerance
                    || own.CenterY > box.Y1 + Tolerance)
                    continue;
                if (!upright && i == 0 && Math.Abs(own.X0 - box.X0) > Tolerance && word.Length == 1) continue;
                double distance = Math.Abs((upright ? own.CenterY - box.Y0 : own.CenterX - box.X0) - expected);
                if (distance < bestDistance) (best, bestDistance) = (k, distance);
            }

            if (best < 0) continue;
            used[best] = true;
            found++;
        }

        return found;
    }

    /// <summary>Our letters as characters, without white space and without the doubles that make fake bold, which pdftotext leaves out too.</summary>
    private static List<(char Text, Box Box)> Characters(PageContent page)
    {
        var all = new List<(char Text, Box Box)>();
        foreach (var letter in page.Letters)
        {
            foreach (char c in letter.Text)
            {
                if (char.IsWhiteSpace(c)) continue;
                bool doubled = false;
                for (int i = Math.Max(0, all.Count - 400); i < all.Count && !doubled; i++)
                {
                    doubled = letter.Text.Length == 1
                        && all[i].Text == c
                        && Math.Abs(all[i].Box.X0 - letter.Box.X0) < 0.1 * letter.FontSize
                        && Math.Abs(all[i].Box.Y0 - letter.Box.Y0) < 0.1 * letter.FontSize;
                }

                if (!doubled) all.Add((c, letter.Box));
            }
        }

        return all;
    }

    private static List<List<(string Text, Box Box)>> Words(string path)
    {
        string html = Run($"-cropbox -bbox \"{path}\" -") ?? throw new InvalidOperationException("pdftotext failed.");
        var pages = new List<List<(string, Box)>>();
        foreach (Match match in WordOrPage().Matches(html))
        {
            if (match.Groups[1].Length == 0)
            {
                pages.Add([]);
                continue;
            }

            double Number(int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
            pages[^1].Add((UnicodeFolding.Fold(WebUtility.HtmlDecode(match.Groups[5].Value)), new Box(Number(1), Number(2), Number(3), Number(4))));
        }

        return pages;
    }

    private static string? Run(string arguments)
    {
        try
        {
            var start = new ProcessStartInfo("pdftotext",
                arguments)
            { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex("""<page |<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">(.*?)</word>""")]
    private static partial Regex WordOrPage();
}

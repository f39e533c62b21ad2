using System.Text;
using GovBudget.Model;
using GovBudget.Model.Excel;
using GovBudget.Model.Pdf;

namespace GovBudget.Benchmarks.Table;

/// <summary>The parts of the table, each measured when it is asked for.</summary>
internal static class Parts
{
    /// <summary>Our workbooks against the bare Open XML SDK.</summary>
    public static IEnumerable<Row> Workbooks()
    {
        var measured = InProcess.Run<WorkbookBenchmarks>();
        yield return Row.Head("Workbook of 12 sheets, 20,000 rows × 12 cells");
        yield return Compared("read .xlsx", measured, nameof(WorkbookBenchmarks.Read), "Open XML SDK, `OpenXmlReader`, attributes and text",
            nameof(WorkbookBenchmarks.ReadWithSdk));
        yield return Compared("the same", measured, nameof(WorkbookBenchmarks.Read), "the same, cells loaded as objects",
            nameof(WorkbookBenchmarks.ReadWithSdkObjects));
        yield return Compared("write .xlsx", measured, nameof(WorkbookBenchmarks.Write), "Open XML SDK, `OpenXmlWriter`, no styles",
            nameof(WorkbookBenchmarks.WriteWithSdk));
    }

    /// <summary>PDFs in process, and file by file as whole processes against poppler and MuPDF.</summary>
    /// <param name="peers">The peers that are installed.</param>
    public static IEnumerable<Row> Pdfs(IReadOnlyList<string> peers)
    {
        var measured = InProcess.Run<PdfBenchmarks>();
        var pages = Samples.Pdfs.Sum(Pages);
        var files = Samples.Pdfs.Select(file => (file, Tool: Outside.Time(Samples.Tool, "facts", file),
            Peers: peers.Select(peer => Peer(peer, file)).ToList())).ToList();
        yield return Row.Head($"PDFs ({Samples.Pdfs.Count} files, {pages} pages), in process after warm-up; peers as a process a file");
        foreach (var (what, name) in new[] { ("every file to the model, facts counted", nameof(PdfBenchmarks.ToModel)),
            ("every page to letters and marks", nameof(PdfBenchmarks.ToLetters)) })
        {
            var ours = measured[name];
            var row = new Row(what, Text.Time(ours.Seconds), $"{Text.Number(pages / ours.Seconds)} pages/s",
                $"{Text.Bytes((double)ours.Bytes!.Value / pages)} a page");
            yield return Beside(row, ours, peers, [.. peers.Select((_, i) => new Measure(files.Sum(f => f.Peers[i].Seconds)))]) is var all
                && name == nameof(PdfBenchmarks.ToModel)
                && peers.Contains("pdftotext")
                ? all.Aiming("no slower than pdftotext", ours.Seconds <= files.Sum(f => f.Peers[0].Seconds)) : all;
        }

        yield return Row.Head("`govbudget facts FILE`, the whole process with its start");
        foreach (var (file, tool, others) in files)
        {
            yield return Beside(new Row(Path.GetFileName(file), Text.Time(tool.Seconds),
                Text.Invariant($"{Pages(file)} pages, {new FileInfo(file).Length / 1000} kB")), tool, peers, others);
        }
    }

    /// <summary>Checks and JSON.</summary>
    public static IEnumerable<Row> Documents()
    {
        var one = InProcess.Run<DocumentBenchmarks>();
        var many = InProcess.Run<CheckBenchmarks>()[nameof(CheckBenchmarks.Check)];
        var document = DocumentBenchmarks.Document;
        var json = Encoding.UTF8.GetByteCount(DocumentJson.Write(document));
        var check = one[nameof(DocumentBenchmarks.Check)];
        yield return Row.Head(Text.Invariant($"One document of final accounts, {Fact.Of(document).Count()} figures"));
        yield return new Row("all rules", Text.Time(check.Seconds), $"{Text.Number(1 / check.Seconds)} documents/s", Text.Bytes(check.Bytes!.Value))
            .Aiming("< 1 ms, < 1 MB", check.Seconds < 0.001 && check.Bytes < 1_000_000);
        foreach (var (what, name) in new[] { ("JSON written", nameof(DocumentBenchmarks.WriteJson)), ("JSON read", nameof(DocumentBenchmarks.ReadJson)) })
        {
            yield return new Row(what, Text.Time(one[name].Seconds), $"{Text.Bytes(json / one[name].Seconds)}/s", Text.Bytes(one[name].Bytes!.Value));
        }

        yield return Row.Head(Text.Invariant(
            $"{CheckBenchmarks.Count:N0} documents, a hundred different ones, {CheckBenchmarks.Documents.Average(d => Fact.Of(d).Count()):F0} figures on average"));
        yield return new Row("all rules, each document", Text.Time(many.Seconds), $"{Text.Number(1 / many.Seconds)} documents/s", Text.Bytes(many.Bytes!.Value))
            .Aiming("< 1 ms, < 1 MB", many.Seconds < 0.001 && many.Bytes < 1_000_000);
    }

    /// <summary>Documents written and read back in every format.</summary>
    public static IEnumerable<Row> RoundTrips()
    {
        var measured = InProcess.Run<RoundTripBenchmarks>();
        var documents = Enumerable.Range(0, RoundTripBenchmarks.Count).Select(Samples.Whole).ToList();
        yield return Row.Head(Text.Invariant(
            $"Whole documents (tables, text, performance forms), {documents.Average(d => Fact.Of(d).Count()):F0} figures on average"));
        yield return Each("made from a seed", nameof(RoundTripBenchmarks.Generated));
        yield return Each("made with a fault", nameof(RoundTripBenchmarks.GeneratedFaulty));
        yield return Each("written as JSON", nameof(RoundTripBenchmarks.WriteJson));
        yield return Each("read back", nameof(RoundTripBenchmarks.ReadJson));
        yield return Each("written as .xlsx", nameof(RoundTripBenchmarks.WriteXlsx));
        yield return Each("read back", nameof(RoundTripBenchmarks.ReadXlsx));
        yield return Each("written as PDF", nameof(RoundTripBenchmarks.WritePdf));
        yield return Each("read back from the visible page", nameof(RoundTripBenchmarks.ReadPdf));

        Row Each(string what,
            string name) =>
                new(what, Text.Time(measured[name].Seconds), $"{Text.Number(1 / measured[name].Seconds)} documents/s", Text.Bytes(measured[name].Bytes!.Value));
    }

    /// <summary><c>govbudget corpus</c> over a folder of published PDFs and one of generated documents.</summary>
    public static IEnumerable<Row> Corpus()
    {
        const int Copies = 25, Made = 500;
        var folder = Directory.CreateTempSubdirectory("corpus-").FullName;
        try
        {
            var published = Directory.CreateDirectory(Path.Combine(folder, "published")).FullName;
            for (var copy = 0; copy < Copies; copy++)
            {
                foreach (var file in Samples.Pdfs) File.Copy(file, Path.Combine(published, $"{copy}-{Path.GetFileName(file)}"));
            }

            var made = Directory.CreateDirectory(Path.Combine(folder, "made")).FullName;
            for (var seed = 0; seed < Made; seed++)
                Write(Samples.Whole(seed), Path.Combine(made, seed.ToString("D4", System.Globalization.CultureInfo.InvariantCulture)), seed % 3);
            yield return Row.Head("`govbudget corpus`, the whole process: read, checked, written as tables; memory is the peak of the process");
            yield return Measured($"PDFs above, {Copies} copies of each", published, Samples.Pdfs.Count * Copies);
            yield return Measured("generated documents, a third each .pdf, .xlsx, .json", made, Made);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static void Write(BudgetDocument document, string path, int format)
        {
            if (format == 0) PdfFormat.Write(document, path + ".pdf", new PdfWriteOptions { EmbedFonts = false });
            else if (format == 1) ExcelFormat.Write(document, path + ".xlsx");
            else File.WriteAllText(path + ".json", DocumentJson.Write(document));
        }

        Row Measured(string what, string input, int files)
        {
            var (seconds, peak) = Outside.Once(Samples.Tool, ["corpus", input, "--out", input + "-results"], memory: true);
            return new($"{files} files: {what}", Text.Time(seconds), $"{Text.Number(files / seconds)} files/s", Text.Bytes(peak));
        }
    }

    private static Row Compared(string what, Dictionary<string, Measure> measured, string ours, string peer, string theirs) =>
        new Row(what, Text.Time(measured[ours].Seconds), "", Text.Bytes(measured[ours].Bytes!.Value)).Against(peer, measured[ours], measured[theirs])
            .Aiming("≤ 1.5 time, ≤ 2 memory", measured[ours].Seconds <= 1.5 * measured[theirs].Seconds && measured[ours].Bytes <= 2 * measured[theirs].Bytes);

    private static Row Beside(Row row, Measure ours, IReadOnlyList<string> peers, List<Measure> theirs) => peers.Count == 0 ? row : row with
    {
        Peer = string.Join(" · ", peers),
        PeerTime = string.Join(" · ", theirs.Select(t => Text.Time(t.Seconds))),
        TimeRatio = string.Join(" · ", theirs.Select(t => Text.Number(ours.Seconds / t.Seconds))),
    };

    private static Measure Peer(string peer, string file) =>
        peer == "pdftotext" ? Outside.Time(peer, "-layout", file, "-") : Outside.Time(peer, "draw", "-q", "-F", "stext", "-o", "-", file);

    private static int Pages(string file) => PdfFile.Open(File.ReadAllBytes(file)).PageCount;
}

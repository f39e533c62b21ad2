using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>The data that a written PDF or workbook carries beside what it prints: the document as JSON, one mechanism for every format.</summary>
public static class EmbeddedDocument
{
    /// <summary>What the data is called in the file: the attachment of a PDF, the custom part of a workbook.</summary>
    public const string FileName = "document.json";

    /// <summary>What the data is, for people who find it in the file.</summary>
    public const string Description = "本文件的数据（GovBudget.Model JSON）";

    /// <summary>The data of a document: its JSON as UTF-8.</summary>
    /// <param name="document">The document.</param>
    public static byte[] Of(BudgetDocument document)
    {
        using var json = new MemoryStream();
        DocumentJson.Write(document, json, indented: false);
        return json.ToArray();
    }

    /// <summary>Takes the embedded document where it agrees with the printed one, which it may exceed by what tables cannot show; else keeps the printed one
    /// and says where they part.</summary>
    /// <param name="printed">What the pages or sheets say.</param>
    /// <param name="content">The data that the file carries: <see cref="Of"/>.</param>
    /// <returns>The reading with the embedded document, or the reading as it was, with a diagnostic where the data cannot be read or says something
    /// else.</returns>
    public static Reading Prefer(Reading printed, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(printed);
        BudgetDocument attached;
        try
        {
            attached = DocumentJson.Read(new MemoryStream(content.ToArray()));
        }
        catch (UnreadableDocumentException error)
        {
            return With(printed, $"文件所附的数据（{FileName}）读不出，以印刷的内容为准：{error.Message}");
        }
        if (attached == printed.Document) return printed;
        var shown = DocumentReader.Read(DocumentWriter.Write(attached)).Document;
        if (Reads(shown, printed.Document)
            && attached.Statements.Count == printed.Document.Statements.Count
            && attached.Performance.Count == printed.Document.Performance.Count)
            return printed with { Document = attached };
        return With(printed, $"印刷的内容与文件所附的数据（{FileName}）不一致，以印刷的内容为准：{Difference(shown, printed.Document)}（页面或附件可能被改动过）");
    }

    /// <summary>Whether two documents read the same on paper, where the width of white space tells nothing.</summary>
    private static bool Reads(BudgetDocument a, BudgetDocument b) => a == b || WithoutSpace(a) == WithoutSpace(b);

    private static string WithoutSpace(BudgetDocument document) =>
        string.Concat(DocumentJson.Write(document, indented: false)
            .Replace("\\u3000", "", StringComparison.Ordinal)
            .Replace("\\u00A0", "", StringComparison.Ordinal)
            .Where(c => !char.IsWhiteSpace(c)));

    private static Reading With(Reading reading, string message) =>
        reading with { Diagnostics = [.. reading.Diagnostics, new LayoutDiagnostic(message, default)] };

    /// <summary>Where two documents first part, for people.</summary>
    private static string Difference(BudgetDocument attached, BudgetDocument printed)
    {
        if (attached.Kind != printed.Kind) return $"附件为{Name(attached.Kind)}，印刷为{Name(printed.Kind)}";
        if ((attached.Organisation, attached.Year, attached.Title) != (printed.Organisation, printed.Year, printed.Title))
            return $"附件为“{attached.Title}”（{attached.Organisation}，{attached.Year}），印刷为“{printed.Title}”（{printed.Organisation}，{printed.Year}）";
        for (int i = 0; i < Math.Min(attached.Statements.Count, printed.Statements.Count); i++)
            if (attached.Statements[i] != printed.Statements[i]) return Difference(attached.Statements[i], printed.Statements[i]);
        if (attached.Statements.Count != printed.Statements.Count) return $"附件有 {attached.Statements.Count} 张表，印刷有 {printed.Statements.Count} 张";
        if (attached.Performance.Count != printed.Performance.Count) return $"附件有 {attached.Performance.Count} 张绩效表，印刷有 {printed.Performance.Count} 张";
        for (int i = 0; i < attached.Performance.Count; i++)
            if (attached.Performance[i] != printed.Performance[i]) return $"“{printed.Performance[i].Title}”（{printed.Performance[i].Subject}）";
        return "表以外的内容";
    }

    private static string Difference(Statement attached, Statement printed)
    {
        string table = $"“{printed.Title}”";
        for (int i = 0; i < Math.Min(attached.AllLines.Count, printed.AllLines.Count); i++)
        {
            var (left, right) = (attached.AllLines[i], printed.AllLines[i]);
            if (left == right) continue;
            if (left.Label != right.Label || left.Code != right.Code) return $"{table}第 {i + 1} 行附件为“{left.Code}{left.Label}”，印刷为“{right.Code}{right.Label}”";
            var columns = left.Figures.Select(figure => figure.Key).Union(right.Figures.Select(figure => figure.Key));
            foreach (string column in columns)
                if (left[column] != right[column])
                    return $"{table}“{right.Label}”的“{column}”附件为 {left[column]?.ToString() ?? "空"}，印刷为 {right[column]?.ToString() ?? "空"}";
            return $"{table}“{right.Label}”";
        }
        return attached.AllLines.Count != printed.AllLines.Count
            ? $"{table}附件有 {attached.AllLines.Count} 行，印刷有 {printed.AllLines.Count} 行"
            : $"{table}的标题、单位或附注";
    }

    private static string Name(DocumentKind kind) => kind == DocumentKind.Budget ? "部门预算" : "部门决算";
}

namespace GovBudget.Model.Pdf.Objects;

/// <summary>Looks embedded files up: the catalog's associated files, then its name tree.</summary>
internal static class Attachments
{
    public static bool TryFind(PdfDictionary catalog, string name, out ReadOnlyMemory<byte> content)
    {
        if (catalog.Array("AF") is { } associated)
        {
            for (int i = 0; i < associated.Count; i++)
            {
                if (Matches(associated[i], name, out content)) return true;
            }
        }

        var seen = new HashSet<PdfObject>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<PdfDictionary>();
        if (catalog.Dictionary("Names")?.Dictionary("EmbeddedFiles") is { } root) waiting.Push(root);
        while (waiting.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            for (int i = 1; node.Array("Names") is { } pairs && i < pairs.Count; i += 2)
            {
                if (Matches(pairs[i], name, out content)) return true;
            }

            for (int i = 0; node.Array("Kids") is { } kids && i < kids.Count; i++)
            {
                if (kids[i] is PdfDictionary kid) waiting.Push(kid);
            }
        }

        content = default;
        return false;
    }

    private static bool Matches(PdfObject value, string name, out ReadOnlyMemory<byte> content)
    {
        content = default;
        if (value is not PdfDictionary file) return false;
        if ((file.Get("UF") as PdfString)?.Text != name && (file.Get("F") as PdfString)?.Text != name) return false;
        if ((file.Dictionary("EF")?.Stream("UF") ?? file.Dictionary("EF")?.Stream("F")) is not { } stream) return false;
        content = stream.Decode();
        return true;
    }
}

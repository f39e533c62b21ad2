using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Objects;

/// <summary>A page's dictionary with what it inherits.</summary>
internal sealed record PageNode(PdfDictionary Dictionary, PageNode? Parent)
{
    /// <summary>An inheritable entry: its own, else the nearest ancestor's.</summary>
    public PdfObject? Inherited(string key)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.Dictionary.Get(key) is { } value) return value;
        }

        return null;
    }
}

/// <summary>Walks the page tree: any depth, each node once.</summary>
internal static class PageTree
{
    private const int DeepestInheritance = 1000;
    private const int MostKids = 4_000_000;

    public static List<PageNode> Read(PdfObjectStore store)
    {
        var pages = new List<PageNode>();
        if (store.Catalog.Dictionary("Pages") is { } root) Walk(store, root, pages);
        if (pages.Count == 0) FindLoosePages(store, pages);
        if (pages.Count == 0)
            throw new UnreadableDocumentException("PDF 文件已损坏：找不到任何页面。") { Reason = UnreadableReason.Damaged };
        return pages;
    }

    private static void Walk(PdfObjectStore store, PdfDictionary root, List<PageNode> pages)
    {
        var seen = new HashSet<PdfObject>(ReferenceEqualityComparer.Instance) { root };
        var waiting = new Stack<(PageNode Node, int Depth)>();
        waiting.Push((new PageNode(root, null), 0));
        var kidsOf = new List<PageNode>();
        int looked = 0;
        while (waiting.TryPop(out var next))
        {
            var (node, depth) = next;
            if (node.Dictionary.Array("Kids") is not { } kids || node.Dictionary.Name("Type") == "Page")
            {
                if (pages.Count >= store.Limits.Pages)
                {
                    store.Diagnostics.Add($"页数超过上限 {store.Limits.Pages}，其余页面未读取。", isLoss: true);
                    return;
                }

                pages.Add(node);
                continue;
            }

            // A node that inherits nothing new passes its parent on, so that deep trees stay cheap to look through.
            var parent = depth < DeepestInheritance && Declares(node.Dictionary) ? node : node.Parent;
            kidsOf.Clear();
            for (int i = 0; i < kids.Count && kidsOf.Count < store.Limits.Pages && looked < MostKids; i++, looked++)
            {
                if (kids[i] is PdfDictionary kid && seen.Add(kid)) kidsOf.Add(new PageNode(kid, parent));
                else if (kids[i] is not PdfDictionary) store.Diagnostics.Add("页面树中有无法读取的页面。", isLoss: true);
                else store.Diagnostics.Add("页面树中有重复或循环的节点，已跳过。");
            }

            for (int i = kidsOf.Count - 1; i >= 0; i--) waiting.Push((kidsOf[i], depth + 1));
        }
    }

    private static bool Declares(PdfDictionary node) =>
        node.Raw("Resources") is not null || node.Raw("MediaBox") is not null || node.Raw("CropBox") is not null || node.Raw("Rotate") is not null;

    /// <summary>Of a file whose tree is lost: every page object, in the order of their numbers.</summary>
    private static void FindLoosePages(PdfObjectStore store, List<PageNode> pages)
    {
        foreach (int number in store.Numbers)
        {
            if (pages.Count >= store.Limits.Pages) return;
            if (store.Load(number) is PdfDictionary page && page.Name("Type") == "Page")
                pages.Add(new PageNode(page, page.Dictionary("Parent") is { } parent && parent != page ? new PageNode(parent, null) : null));
        }

        if (pages.Count > 0) store.Diagnostics.Add("页面树已丢失，页面按对象编号排列，次序可能不对。", isLoss: true);
    }
}

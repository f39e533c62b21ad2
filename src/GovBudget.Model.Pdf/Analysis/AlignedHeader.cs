namespace GovBudget.Model.Pdf.Analysis;

/// <summary>A header text of a table without rules, and the columns that it stands over.</summary>
internal sealed class HeaderBlock(TextChunk first)
{
    private readonly List<TextChunk> _lines = [first];

    public IReadOnlyList<TextChunk> Lines => _lines;

    public Extent Across { get; private set; } = new(first.Box.X0, first.Box.X1);

    public double Top => _lines[0].Box.Y0;

    public double Bottom => _lines[^1].Box.Y1;

    public double Em => _lines[0].Em;

    /// <summary>First and last column.</summary>
    public int From { get; set; } = -1;

    public int To { get; set; } = -1;

    public int Level { get; set; }

    public void Add(TextChunk line)
    {
        _lines.Add(line);
        Across = Across.Union(new Extent(line.Box.X0, line.Box.X1));
    }

    public double Middle => (Top + Bottom) / 2;

    /// <summary>Whether it is set in the middle of the header's whole height (a merged cell), with others above and below that height.</summary>
    public bool TakesAllLevels { get; set; }

    /// <summary>The rule under it that parts it from the texts below (a short line under a header over several columns); null where none is.</summary>
    public Extent? Rule { get; set; }

    /// <summary>Whether rules part the header's levels, and none runs below this text: nothing stands under it.</summary>
    public bool StandsAlone { get; set; }

    /// <summary>The highest of the texts under this one; null where none is.</summary>
    public HeaderBlock? Child { get; set; }

    /// <summary>Whether another stands a level lower. Higher than this one's own child, it does not (a merged cell beside them).</summary>
    public bool StandsAbove(HeaderBlock other)
    {
        if (other.Middle - Middle < 0.6 * Em || other.Top < Bottom - 0.6 * Em) return false;
        if (Across.Overlap(other.Across) > 0) return true;
        return !other.TakesAllLevels && (Child is null || other.Middle > Child.Middle - 0.3 * (Child.Middle - Middle));
    }
}

/// <summary>Reads the header of a table without rules: joins wrapped texts, gives each column its own, and spreads those above over theirs.</summary>
internal static class AlignedHeader
{
    private const double TightPitch = 1.5, SameCenter = 0.6, SameLeft = 0.3, SameMiddle = 0.35, OneLine = 1.1, WidestSpacing = 8, NarrowColumn = 4, MissingColumn = 8, MissingAmounts = 30, MissingHeader = 1, Farthest = 6, WrongSide = 3, TouchingGap = 0.15;

    /// <summary>Puts in the columns that the row of column numbers knows and the body does not: blank ones, and those that the body's texts run across (类 款 项
    /// over one code).</summary>
    public static void Number(IReadOnlyList<TextRow> index, IReadOnlyList<TextRow> header, List<Extent> columns, BodyText body)
    {
        var marks = index.SelectMany(row => row.Chunks).Select(chunk => new HeaderBlock(chunk)).OrderBy(mark => mark.Across.Center).ToList();
        for (int c = columns.Count - 1; c >= 0; c--)
        {
            var over = marks.FindAll(mark => columns[c].Overlap(mark.Across) > 0
                && !columns.Exists(other => other.Overlap(mark.Across) > columns[c].Overlap(mark.Across)));
            for (int i = over.Count - 1; i > 0; i--)
            {
                double border = (over[i - 1].Across.To + over[i].Across.From) / 2;
                columns.Insert(c + 1, columns[c] with { From = border + 0.1, To = Math.Max(columns[c].To, over[i].Across.To), Group = c + 1 });
                columns[c] = columns[c] with { To = border - 0.1, Group = c + 1 };
            }
        }
        Match(marks, columns, body, [.. header.SelectMany(row => row.Chunks).Select(chunk => new Extent(chunk.Box.X0, chunk.Box.X1))]);
        // A letter over nothing beside a letter over codes (款 beside 类) is a part of what that heads.
        for (int i = 1; i < marks.Count; i++)
        {
            var (left, mark) = (marks[i - 1], marks[i]);
            if (!IsLetter(left) || !IsLetter(mark) || left.From < 0 || mark.From != left.From + 1 || columns[mark.From] != mark.Across) continue;
            int group = columns[left.From].Group == 0 ? columns.Count + left.From : columns[left.From].Group;
            columns[left.From] = columns[left.From] with { Group = group };
            columns[mark.From] = columns[mark.From] with { Group = group };
        }

        static bool IsLetter(HeaderBlock mark) => mark.Lines[0].Text.Length == 1 && Script.IsIdeograph(mark.Lines[0].Text[0]);
    }

    /// <summary>The texts of the header with their columns; columns that only the header knows are put in.</summary>
    public static List<HeaderBlock> Read(IReadOnlyList<TextRow> rows, List<Extent> columns, RuleBands bands, BodyText body)
    {
        var blocks = Blocks(rows, columns, bands);
        FindMerged(blocks);
        FindRules(blocks, bands);
        var leaves = blocks.FindAll(block => !IsParent(block, blocks, columns));
        leaves.Sort((a, b) => a.Across.Center.CompareTo(b.Across.Center));
        Match(leaves, columns, body);
        var parents = blocks.Except(leaves).OrderByDescending(block => block.Top).ToList();
        while (parents.Count > 0)
        {
            var level = parents.FindAll(block => block.Bottom > parents[0].Top + 0.5 * block.Em);
            Spread(level, blocks, columns);
            parents.RemoveAll(level.Contains);
        }
        foreach (var block in blocks.OrderBy(block => block.Top))
            block.Level = 1
                + blocks.Where(other => other != block && other.StandsAbove(block) && other.From <= block.To && other.To >= block.From)
                    .Select(other => other.Level)
                    .DefaultIfEmpty(-1)
                    .Max();
        return blocks;
    }

    private static void FindMerged(List<HeaderBlock> blocks)
    {
        if (blocks.Count == 0) return;
        double middle = (blocks.Min(block => block.Top) + blocks.Max(block => block.Bottom)) / 2;
        foreach (var block in blocks)
            block.TakesAllLevels = Math.Abs(block.Middle - middle) < SameMiddle * block.Em
                && blocks.Exists(other => other.Middle > middle + SameMiddle * block.Em)
                && !blocks.Exists(other => other != block && other.Across.Overlap(block.Across) > 0);
        foreach (var block in blocks)
            block.Child = blocks.Where(other => other.Across.Overlap(block.Across) > 0
                && other.Middle - block.Middle >= 0.6 * block.Em).MinBy(other => other.Middle);
    }

    /// <summary>What the rules between the header's levels say: under which texts others stand.</summary>
    private static void FindRules(List<HeaderBlock> blocks, RuleBands bands)
    {
        if (blocks.Count == 0) return;
        double bottom = blocks.Max(block => block.Middle);
        foreach (var block in blocks) block.Rule = bands.Under(block.Across.Center, block.Middle, bottom);
        bool parted = blocks.Exists(block => block.Rule is not null);
        foreach (var block in blocks)
            block.StandsAlone = parted
                && block.Rule is null
                && !blocks.Exists(other => other.Across.Overlap(block.Across) > 0 && other.Middle - block.Middle >= 0.6 * block.Em);
    }

    /// <summary>Whether the next text of one line below stands less than a line lower: it stands between two levels and is of neither.</summary>
    private static bool StandsBetween(HeaderBlock block, List<HeaderBlock> blocks) => block.Lines.Count == 1
        && blocks.Exists(other => other.Lines.Count == 1
            && other.Middle > block.Middle + SameMiddle * block.Em
            && other.Middle < block.Middle + OneLine * block.Em);

    /// <summary>Whether a column stands under it that no other text stands over.</summary>
    private static bool HeadsAlone(HeaderBlock block, List<HeaderBlock> blocks, List<Extent> columns) =>
        columns.Exists(column => column.Overlap(block.Across) > 0
            && !blocks.Exists(other => other != block && block.StandsAbove(other) && other.Across.Overlap(column) > 0));

    private static List<HeaderBlock> Blocks(IReadOnlyList<TextRow> rows, List<Extent> columns, RuleBands bands)
    {
        var blocks = new List<HeaderBlock>();
        foreach (var row in rows)
            foreach (var chunk in Respaced([.. row.Chunks.SelectMany(whole => Parted(whole, columns))], columns, chunk => Upper(chunk) is { } upper
                && RunsOn(upper.Lines[^1], chunk, bands)))
            {
                var upper = Upper(chunk);
                bool alone = !row.Chunks.Any(other => other != chunk && upper is not null && Overlaps(upper.Lines[^1], other));
                if (upper is not null && alone && RunsOn(upper.Lines[^1], chunk, bands)) upper.Add(chunk);
                else blocks.Add(new HeaderBlock(chunk));
            }
        return blocks;

        HeaderBlock? Upper(TextChunk chunk) => blocks.FindLast(block => block.Lines[^1].Baseline < chunk.Baseline && Overlaps(block.Lines[^1], chunk));
    }

    /// <summary>A text of the header, cut at gaps too narrow to part texts elsewhere where each part stands over a column of its own: headers wider than their
    /// columns nearly touch.</summary>
    private static IEnumerable<TextChunk> Parted(TextChunk chunk, List<Extent> columns)
    {
        int start = 0;
        for (int i = 2; i + 1 < chunk.Letters.Count; i++)
        {
            double gap = chunk.Letters[i].Box.X0 - chunk.Letters[i - 1].Box.X1;
            if (i - start < 2
                || gap < TouchingGap * chunk.Em
                || !Script.IsChinese(chunk.Letters[i - 1].Text[^1])
                || !Script.IsChinese(chunk.Letters[i].Text[0])
                || gap < 2 * Math.Max(GapAt(i - 1), GapAt(i + 1))
                || Nearest(start, i) == Nearest(i, chunk.Letters.Count))
                continue;
            yield return Part(start, i);
            start = i;
        }
        yield return start == 0 ? chunk : Part(start, chunk.Letters.Count);

        double GapAt(int at) => chunk.Letters[at].Box.X0 - chunk.Letters[at - 1].Box.X1;
        TextChunk Part(int from, int to) => TextChunk.Of([.. chunk.Letters.Skip(from).Take(to - from)], PdfLayoutOptions.Default);
        int Nearest(int from, int to)
        {
            double center = (chunk.Letters[from].Box.X0 + chunk.Letters[to - 1].Box.X1) / 2;
            return Enumerable.Range(0, columns.Count).MinBy(c => columns[c].Distance(new Extent(center, center)));
        }
    }

    /// <summary>The texts of a line, two letters that were only set apart (项 目) put together again, but not the last letters of two texts above.</summary>
    private static IEnumerable<TextChunk> Respaced(IReadOnlyList<TextChunk> chunks, List<Extent> columns, Func<TextChunk, bool> runsOn)
    {
        for (int i = 0; i < chunks.Count; i++)
        {
            bool pair = i + 1 < chunks.Count
                && IsLetter(i)
                && IsLetter(i + 1)
                && !(runsOn(chunks[i]) && runsOn(chunks[i + 1]))
                && Gap(i) < WidestSpacing * chunks[i].Em
                && (!IsLetter(i - 1) || 2 * Gap(i) < Gap(i - 1))
                && (!IsLetter(i + 2) || 2 * Gap(i) < Gap(i + 1))
                && !(Own(chunks[i]) is var left and >= 0 && Own(chunks[i + 1]) is var right and >= 0 && left != right);
            if (!pair)
            {
                yield return chunks[i];
                continue;
            }
            var (first, second) = (chunks[i], chunks[++i]);
            yield return new TextChunk(first.Text + second.Text, first.Box.Union(second.Box), [.. first.Letters, .. second.Letters]);
        }

        double Gap(int at) => at < 0 || at + 1 >= chunks.Count ? double.PositiveInfinity : chunks[at + 1].Box.X0 - chunks[at].Box.X1;
        bool IsLetter(int at) => at >= 0 && at < chunks.Count && chunks[at].Text.Length == 1 && Script.IsIdeograph(chunks[at].Text[0]);
        int Own(TextChunk chunk) =>
            columns.FindIndex(column => column.Width < NarrowColumn * chunk.Em && column.Overlap(new Extent(chunk.Box.X0, chunk.Box.X1)) > 0);
    }

    private static bool Overlaps(TextChunk a, TextChunk b) => Math.Min(a.Box.X1, b.Box.X1) > Math.Max(a.Box.X0, b.Box.X0);

    /// <summary>Whether the lower text is the rest of the upper, wrapped: close below it, set alike, and no wider.</summary>
    private static bool RunsOn(TextChunk upper, TextChunk lower, RuleBands bands)
    {
        double em = upper.Em, pitch = lower.Baseline - upper.Baseline;
        if (pitch > TightPitch * em || Math.Abs(lower.Em - em) > 0.1 * em || bands.Part(upper, lower)) return false;
        return lower.Box.Width < upper.Box.Width + 0.8 * em
            && (Math.Abs(lower.Box.CenterX - upper.Box.CenterX) < SameCenter * em || Math.Abs(lower.Box.X0 - upper.Box.X0) < SameLeft * em);
    }

    /// <summary>Whether others stand under it: below its letters, or on both sides below with nothing beside it between.</summary>
    private static bool IsParent(HeaderBlock block, List<HeaderBlock> blocks, List<Extent> columns)
    {
        if (block.StandsAlone
            || block.TakesAllLevels && block.Rule is null && (StandsBetween(block, blocks) || HeadsAlone(block, blocks, columns))) return false;
        var below = blocks.FindAll(other => other != block && block.StandsAbove(other));
        if (below.Exists(other => other.Across.Overlap(block.Across) > 0)) return true;
        double center = block.Across.Center;
        var left = below.Where(other => other.Across.Center < center).MaxBy(other => other.Across.Center);
        var right = below.Where(other => other.Across.Center > center).MinBy(other => other.Across.Center);
        return left is not null && right is not null
            && !blocks.Exists(other => other != block
                && !block.StandsAbove(other)
                && other.Across.Center > left.Across.Center
                && other.Across.Center < right.Across.Center);
    }

    /// <summary>Gives each leaf the column that it heads, in order; leaves without figures under them become columns, columns without a leaf join the neighbour
    /// that is centred over them.</summary>
    // Where figures stand right in their columns or left, a header, set in the middle, does not stand beyond them.
    private static void Match(List<HeaderBlock> leaves, List<Extent> columns, BodyText body, IReadOnlyList<Extent>? texts = null)
    {
        if (leaves.Count == 0) return;
        double em = leaves[0].Em;
        var missing = columns.ConvertAll(column => body.HoldsAmounts(column) ? MissingAmounts : MissingColumn);
        var cost = new double[leaves.Count + 1, columns.Count + 1];
        for (int i = 0; i <= leaves.Count; i++)
            for (int c = 0; c <= columns.Count; c++)
                cost[i, c] = (i, c) switch
                {
                    (0, 0) => 0,
                    (0, _) => cost[0, c - 1] + missing[c - 1],
                    (_, 0) => cost[i - 1, 0] + MissingHeader,
                    _ => Math.Min(Pair(i, c), Math.Min(cost[i - 1, c] + MissingHeader, cost[i, c - 1] + missing[c - 1])),
                };
        var pairs = new List<(int Leaf, int Column)>();
        if (Alternate(leaves, columns) is { } first) pairs.AddRange(Enumerable.Range(0, leaves.Count).Select(leaf => (leaf, first + leaf)));
        for (int i = leaves.Count, c = columns.Count; pairs.Count < leaves.Count && i > 0 && c > 0;)
            if (cost[i, c] == Pair(i, c)) pairs.Add((--i, --c));
            else if (cost[i, c] == cost[i - 1, c] + MissingHeader) i--;
            else c--;
        var known = columns.ToList();
        var headed = pairs.ToDictionary(pair => pair.Column, pair => leaves[pair.Leaf]);
        var spans = pairs.ToDictionary(pair => leaves[pair.Leaf], pair => known[pair.Column]);
        // Those on either side of one that has joined may join after it (the first of 类 款 项 under a header matched to the last).
        for (int c = 0, before = headed.Count; c < known.Count || headed.Count > before; c++)
        {
            if (c == known.Count) (c, before) = (0, headed.Count);
            if (headed.ContainsKey(c)) continue;
            var beside = new[] { c - 1, c + 1 }.Where(headed.ContainsKey)
                .Select(at => headed[at])
                .OrderBy(leaf => Off(leaf, spans[leaf].Union(known[c])))
                .FirstOrDefault();
            if (beside is not null && body.NeverMeet(spans[beside], known[c]))
            {
                // Texts that stand otherwise in their column: no row fills both.
                int own = columns.FindIndex(column => column.Overlap(spans[beside]) > 0);
                columns[own] = columns[own].Union(known[c]);
                columns.Remove(known[c]);
                spans[beside] = spans[beside].Union(known[c]);
                headed[c] = beside;
                continue;
            }
            if (beside is null || Off(beside, spans[beside].Union(known[c])) > Off(beside, spans[beside])) continue;
            spans[beside] = spans[beside].Union(known[c]);
            headed[c] = beside;
        }
        columns.AddRange(leaves.Where(leaf => !spans.ContainsKey(leaf)
            && !known.Exists(column => column.Overlap(leaf.Across) > 0)).Select(leaf => leaf.Across));
        columns.Sort((a, b) => a.From.CompareTo(b.From));
        foreach (var leaf in leaves)
        {
            var span = spans.GetValueOrDefault(leaf, leaf.Across);
            leaf.From = columns.FindIndex(column => column.Overlap(span) > 0);
            leaf.To = columns.FindLastIndex(column => column.Overlap(span) > 0);
        }
        // A header reaches to its own column's text and no further.
        foreach (var leaf in leaves)
            if (leaf.From >= 0 && leaf.From == leaf.To) columns[leaf.From] = Widened(columns, leaf.From, leaf.Across);

        double Pair(int i,
            int c) =>
                cost[i - 1, c - 1]
                    + (IsWrongSide(leaves[i - 1].Across, columns[c - 1])
                        ? WrongSide
                        : 1) * Math.Min(Farthest, columns[c - 1].Distance(leaves[i - 1].Across) / em)
            + (texts is not null && IsUnderAnother(leaves[i - 1].Across, columns[c - 1]) ? MissingAmounts : 0);
        // Another header text stands over that column, and the number of a column stands under its own header.
        bool IsUnderAnother(Extent leaf, Extent column) => leaf.Distance(column) > 0 && !body.HoldsAmounts(column)
            && texts.Any(text => text.Width < Farthest * em && text.Overlap(column) > 0 && text.Distance(leaf) > 0.5 * em);
        bool IsWrongSide(Extent leaf,
            Extent column) => body.HoldsAmounts(column) && (body.Side > 0 ? leaf.From > column.To : body.Side < 0 && leaf.To < column.From);
        static double Off(HeaderBlock leaf, Extent span) => Math.Abs(leaf.Across.Center - span.Center);
    }

    /// <summary>The column of the first leaf where leaves and columns alternate to the end, each leaf beginning behind the column before its own and before its
    /// own ends, as where headers stand left and figures right; null where they do not.</summary>
    private static int? Alternate(List<HeaderBlock> leaves, List<Extent> columns)
    {
        int first = columns.Count - leaves.Count;
        if (first < 0) return null;
        for (int i = 0; i < leaves.Count; i++)
            if (first + i > 0 && leaves[i].Across.From <= columns[first + i - 1].To || leaves[i].Across.From > columns[first + i].To) return null;
        return first;
    }

    private static Extent Widened(List<Extent> columns, int at, Extent text)
    {
        double from = Math.Min(columns[at].From, text.From), to = Math.Max(columns[at].To, text.To);
        if (at > 0) from = Math.Max(from, Math.Min(columns[at].From, columns[at - 1].To + 0.1));
        if (at + 1 < columns.Count) to = Math.Min(to, Math.Max(columns[at].To, columns[at + 1].From - 0.1));
        return columns[at] with { From = from, To = to };
    }

    /// <summary>Spreads the texts of one level over the columns below them so that each stands in the middle of its own.</summary>
    private static void Spread(List<HeaderBlock> level, List<HeaderBlock> blocks, List<Extent> columns)
    {
        level.Sort((a, b) => a.Across.Center.CompareTo(b.Across.Center));
        var free = new bool[columns.Count];
        for (int c = 0; c < free.Length; c++)
            free[
                c] = !blocks.Exists(block => !level.Contains(block)
                    && block.From >= 0
                    && block.From <= c
                    && block.To >= c
                    && !level.Exists(parent => parent.StandsAbove(block)));
        for (int from = 0, to; from < free.Length; from = to + 1)
        {
            to = from;
            if (!free[from]) continue;
            while (to + 1 < free.Length && free[to + 1]) to++;
            double left = from == 0
                ? double.NegativeInfinity
                : (columns[from - 1].To
                    + columns[from].From) / 2, right = to + 1 == free.Length ? double.PositiveInfinity : (columns[to].To + columns[to + 1].From) / 2;
            var parents = level.FindAll(block => block.Across.Center >= left && block.Across.Center < right);
            if (parents.Count > 0 && parents.Count <= to - from + 1) Partition(parents, columns, from, to);
        }
        foreach (var block in level.Where(block => block.From < 0))
        {
            int nearest = Enumerable.Range(0, columns.Count).MinBy(c => columns[c].Distance(block.Across));
            (block.From, block.To) = (nearest, nearest);
        }
    }

    /// <summary>Cuts a run of columns into as many stretches as there are texts over it, each text as near to the middle of its own as can be.</summary>
    private static void Partition(List<HeaderBlock> parents, List<Extent> columns, int from, int to)
    {
        int count = to - from + 1;
        var cost = new double[parents.Count + 1, count + 1];
        var start = new int[parents.Count + 1, count + 1];
        for (int p = 0; p <= parents.Count; p++)
            for (int end = 0; end <= count; end++)
            {
                cost[p, end] = p == 0 && end == 0 ? 0 : double.PositiveInfinity;
                for (int begin = p - 1; p > 0 && begin < end; begin++)
                {
                    double here = cost[p - 1, begin]
                        + Math.Abs(new Extent(columns[from + begin].From, columns[from + end - 1].To).Center - parents[p - 1].Across.Center);
                    if (here < cost[p, end]) (cost[p, end], start[p, end]) = (here, begin);
                }
            }
        for (int p = parents.Count, end = count; p > 0; p--)
        {
            (parents[p - 1].From, parents[p - 1].To) = (from + start[p, end], from + end - 1);
            end = start[p, end];
        }
    }
}

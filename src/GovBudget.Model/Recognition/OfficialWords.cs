using GovBudget.Model.Forms;
using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>The words that official tables are made of (subjects, headers, labels): what a recognised cell most likely says.</summary>
internal sealed class OfficialWords
{
    private const double Known = 0.95, Mended = 0.85;
    private const int ShortestMended = 4, LettersPerSlip = 5;

    private static readonly string[] s_labels =
    [
        "项目", "行次", "栏次", "合计", "小计", "总计", "金额", "收入", "支出", "类", "款", "项", "决算数", "预算数", "执行数", "备注", "编码", "名称",
        "科目编码", "科目名称", "功能分类科目编码", "经济分类科目编码", "支出功能分类科目编码", "支出经济分类科目编码", "功能分类科目", "经济分类科目", "项目（按功能分类）", "项目（按支出用途）",
        "人员经费", "公用经费", "人员经费合计", "公用经费合计", "本年收入合计", "本年支出合计", "收入总计", "支出总计", "本年收入", "本年支出",
        "使用非财政拨款结余", "使用非财政拨款结余和专用结余", "年初结转和结余", "年末结转和结余", "结余分配", "年初财政拨款结转和结余", "年末财政拨款结转和结余", "上年结转", "结转下年",
        "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入",
        "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费",
    ];

    private static readonly Lazy<OfficialWords> s_all = new(() => new OfficialWords());

    private readonly HashSet<string> _folded = [];
    private readonly ILookup<int, string> _byLength;

    private OfficialWords()
    {
        var words = s_labels
            .Concat(Enumerable.Range(SubjectCatalog.FirstYear, SubjectCatalog.LastYear - SubjectCatalog.FirstYear + 1)
                .SelectMany(year => Enum.GetValues<SubjectScheme>().SelectMany(scheme => SubjectCatalog.For(year).All(scheme)).Select(subject => subject.Name)))
            .Concat(OfficialForms.All.SelectMany(form => form.Columns)
            .SelectMany(column => column.Headers.Append(column.Column.Path))
            .SelectMany(header => header.Split('/')));
        _byLength = words.Where(word => _folded.Add(Label.Fold(word))).Select(word => Label.Fold(word)).ToLookup(word => word.Length);
    }

    /// <summary>The layout with recognised cells held against the official words: those that say one are surer, those that miss one by a slip say it and a
    /// diagnostic says so.</summary>
    public static DocumentLayout Mend(DocumentLayout layout)
    {
        if (!layout.Blocks.OfType<Grid>().Any(IsRecognised)) return layout;
        var notes = new List<LayoutDiagnostic>();
        var blocks = layout.Blocks.Select(block => block is Grid grid && IsRecognised(grid)
            ? grid with { Cells = grid.Cells.Select(cell => s_all.Value.Mend(cell, notes)).ToValueList() }
            : block).ToValueList();
        return layout with { Blocks = blocks, Diagnostics = [.. layout.Diagnostics, .. notes] };
    }

    private static bool IsRecognised(Grid grid) => grid.Cells.Any(cell => cell.Confidence < 1);

    private GridCell Mend(GridCell cell, List<LayoutDiagnostic> notes)
    {
        var own = Label.Name(cell.Text);
        var folded = Label.Fold(own);
        if (cell.Confidence >= 1 || folded.Length == 0 || folded.Any(char.IsAsciiDigit)) return cell;
        if (_folded.Contains(folded)) return cell with { Confidence = Math.Max(cell.Confidence, Known) };
        if (Nearest(folded) is not { } word) return cell;
        var text = Label.Squeeze(cell.Text);
        notes.Add(new LayoutDiagnostic($"图片中的“{text}”按官方名称读作“{word}”", cell.Place));
        return cell with { Text = text[..(text.Length - own.Length)] + word, Confidence = Mended };
    }

    /// <summary>The one word that is a slip away; null where none is, or several are.</summary>
    private string? Nearest(string text)
    {
        if (text.Length < ShortestMended) return null;
        var most = Math.Max(1, text.Length / LettersPerSlip);
        string? best = null;
        var (distance, ties) = (most + 1, 0);
        for (var length = text.Length - most; length <= text.Length + most; length++)
        {
            foreach (var word in _byLength[length])
            {
                var slips = Slips(text, word, distance);
                if (slips > distance || slips > most) continue;
                ties = slips < distance ? 1 : ties + 1;
                (best, distance) = (word, slips);
            }
        }
        return ties == 1 ? best : null;
    }

    /// <summary>Letters wrong, missing or too many (Levenshtein); more than <paramref name="limit"/> where it is certain to be.</summary>
    private static int Slips(string left, string right, int limit)
    {
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var (diagonal, least) = (row[0], row[0] = i);
            for (var j = 1; j < row.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
                least = Math.Min(least, next);
            }
            if (least > limit) return limit + 1;
        }
        return row[^1];
    }
}

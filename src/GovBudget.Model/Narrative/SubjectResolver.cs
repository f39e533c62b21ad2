using System.Text;

namespace GovBudget.Model;

/// <summary>Makes the words before a figure into a subject.</summary>
internal static class SubjectResolver
{
    /// <summary>The subject that the words name, or only a measure, year or owner of the one named before (<see cref="Resolved.IsPronoun"/>).</summary>
    public readonly record struct Resolved(ClaimSubject Subject, bool IsPronoun);

    /// <param name="words">Text and year tokens.</param>
    public static Resolved Resolve(IReadOnlyList<Token> words)
    {
        int? year = null;
        string? owner = null;
        var name = new StringBuilder();
        foreach (var token in words)
        {
            if (token.Kind != TokenKind.Year)
            {
                name.Append(token.Text);
                continue;
            }
            year = token.Year;
            if (name.Length > 0 && IsOwner(name.ToString()))
            {
                owner = name.ToString();
                name.Clear();
            }
        }
        return Resolve(name.ToString(), year, owner);
    }

    /// <summary>The subject that bare words name.</summary>
    public static ClaimSubject Resolve(string text) => Resolve(text, null, null).Subject;

    private static Resolved Resolve(string text, int? year, string? owner)
    {
        text = Trim(Abbreviated(text));
        if (PreviousYears.FirstOrDefault(w => text.Length > w.Length + 1 && text.StartsWith(w, StringComparison.Ordinal)) is { } previous
            && Resolve(text[previous.Length..], year,
                owner) is { IsPronoun: false, Subject.Quantity: not (BudgetQuantity.Other or BudgetQuantity.OpeningBalance) } other)
            return other with { Subject = other.Subject with { IsPreviousYear = true } };
        if (FunctionalPath.Read(text) is { } path)
        {
            var (_, measured) = CutMeasure(path.After);
            return new(new ClaimSubject(BudgetQuantity.Function, path.Names[^1]) { Path = path.Names, Measure = measured, Year = year, Owner = owner }, false);
        }
        if (CodedName.Read(text) is var (title, code))
        {
            var lead = title.LastIndexOf('、') is var pause and >= 0 && ListMarker.Length(title, 0) == pause + 1 ? title[(pause + 1)..] : title;
            return new(new ClaimSubject(BudgetQuantity.Other, Trim(lead)) { Code = code, Year = year, Owner = owner }, false);
        }
        if (Inclusive(text) is { } plain && BudgetQuantities.Find(plain) != BudgetQuantity.Other) text = plain;
        if (BudgetQuantities.Find(text) == BudgetQuantity.Other && !Lexicon.Measures.Any(m => m.Words == text))
        {
            foreach (var (words, named) in Lexicon.Measures)
            {
                if (text.Length > words.Length
                    && text.EndsWith(words, StringComparison.Ordinal)
                    && BudgetQuantities.Find(Trim(text[..^words.Length])) is not BudgetQuantity.Other)
                    return new(Known(Trim(text[..^words.Length]), named, year, owner).Subject!, false);
            }
        }
        var (whole, matched) = Known(text, FigureMeasure.Unstated, year, owner);
        if (whole is not null && matched == BudgetQuantities.Plain(text).Length) return new(whole, false);
        foreach (var (words, named) in Lexicon.Measures)
        {
            if (!text.EndsWith(words, StringComparison.Ordinal)) continue;
            if (text.Length == words.Length) break;
            // 某局“三公”经费支出预算 is 三公经费, not 支出预算: the longer name counts
            if (Known(Trim(text[..^words.Length]), named, year, owner) is ({ } found, var length) && length + words.Length > matched) return new(found, false);
        }
        if (whole is not null) return new(whole, false);
        var (cut, measure) = CutMeasure(text);
        cut = Trim(cut);
        if (Lexicon.Pronouns.Contains(cut))
            return new(new ClaimSubject(BudgetQuantity.Other,
                "")
            { Measure = measure, Year = year, IsPreviousYear = cut.Length > 1 && cut[..2] is "上年" or "去年", Owner = owner }, true);
        if (IsOwner(cut)) return new(new ClaimSubject(BudgetQuantity.Other, "") { Measure = measure, Year = year, Owner = cut }, true);
        return new(new ClaimSubject(BudgetQuantity.Other, cut) { Measure = measure, Year = year, Owner = owner }, false);
    }

    /// <summary>A known name, alone or behind the name of a department, and how long the name is.</summary>
    private static (ClaimSubject? Subject, int Length) Known(string text, FigureMeasure measure, int? year, string? owner)
    {
        var quantity = BudgetQuantities.Find(text);
        var length = BudgetQuantities.Plain(text).Length;
        string? within = null;
        if (quantity == BudgetQuantity.Other)
        {
            var name = BudgetQuantities.Plain(text);
            (var atEnd, length) = BudgetQuantities.FindAtEnd(name);
            if (atEnd == BudgetQuantity.Other && ShortAtEnd(name) is var (total2, length2)) (atEnd, length) = (total2, length2);
            if (atEnd == BudgetQuantity.Other) return default;
            var before = name[..^length];
            var lead = Trim(before);
            if (BudgetQuantities.Find(lead) is var total and not BudgetQuantity.Other) within = BudgetQuantities.NameOf(total);
            // “三公”经费支出预算中公务用车运行维护费
            if (within is null
                && lead.EndsWith('中')
                && BudgetQuantities.FindAtEnd(BudgetQuantities.Plain(Trim(CutMeasure(lead[..^1]).Text))).Quantity is var holder and not BudgetQuantity.Other)
                within = BudgetQuantities.NameOf(holder);
            var (named, setting) = IsArea(lead) ? (lead, "") : CutOwner(lead);
            if (OfFund(setting, atEnd) is { } fund) (atEnd, within) = (fund, null);
            // 使用政府性基金财政拨款安排的基本支出
            else if (OtherFunds.FirstOrDefault(f => lead.Contains(f, StringComparison.Ordinal)) is { } other && SpeaksOfFund(lead))
                within ??= lead.EndsWith("安排", StringComparison.Ordinal) ? other : null;
            else if (within is null && before.Length > 0 && setting.Length > 0 && !IsSetting(setting) && !IsSetting(before)) return default;
            owner ??= named;
            quantity = atEnd;
        }
        if (measure == FigureMeasure.Unstated)
        {
            // the 预算 of a fund's name says nothing of the measure
            var plain = BudgetQuantities.Plain(text)
                .Replace("公共预算", "公共", StringComparison.Ordinal)
                .Replace("基金预算", "基金", StringComparison.Ordinal)
                .Replace("经营预算", "经营", StringComparison.Ordinal);
            measure = plain.Contains("决算", StringComparison.Ordinal) ? FigureMeasure.Actual
                : plain.EndsWith("预算", StringComparison.Ordinal)
                    || plain.EndsWith("预算总计", StringComparison.Ordinal)
                    || plain.Contains("支出预算", StringComparison.Ordinal)
                    || plain.Contains("收入预算", StringComparison.Ordinal)
                    || plain.EndsWith("预算合计", StringComparison.Ordinal)
                    || plain.EndsWith("总预算", StringComparison.Ordinal)
                    || plain.EndsWith("预算支出", StringComparison.Ordinal)
                    || plain.EndsWith("预算收入", StringComparison.Ordinal)
                    || plain.EndsWith("预算总金额", StringComparison.Ordinal)
                    ? FigureMeasure.Budget : FigureMeasure.Unstated;
        }
        return (ClaimSubject.Of(quantity) with { Measure = measure, Year = year, Owner = owner, Within = within }, length);
    }

    /// <summary>本单位收入, 本部门支出: the shortest names, only behind words for the department itself.</summary>
    private static (BudgetQuantity Quantity, int Length)? ShortAtEnd(string name) =>
        name.Length is > 2 and <= 6
            && name[0] is '本' or '我'
            && IsOwner(name[..^2])
            && BudgetQuantities.Find(name[^2..]) is var quantity and not BudgetQuantity.Other
            ? (quantity, 2)
            : null;

    /// <summary>Words that lead to an amount from a fund, not the name of another quantity: 政府性基金预算, 使用政府性基金财政拨款安排的.</summary>
    private static bool SpeaksOfFund(string lead) =>
        lead.EndsWith("安排", StringComparison.Ordinal)
            || lead.EndsWith("安排的", StringComparison.Ordinal)
            || lead.EndsWith("预算", StringComparison.Ordinal)
            || lead.EndsWith("拨款", StringComparison.Ordinal)
            || lead.EndsWith("基金", StringComparison.Ordinal)
        || lead.EndsWith("拨款的", StringComparison.Ordinal) || lead.EndsWith("预算的", StringComparison.Ordinal);

    /// <summary>The department that the words name first, and what else they say: 湛江市委宣传部 | 财政预算拨款.</summary>
    private static (string? Owner, string Setting) CutOwner(string lead)
    {
        if (lead.Length == 0) return (null, "");
        if (IsOwner(lead) || IsLeadOwner(lead)) return (lead, "");
        for (var end = lead.Length - 1; end >= 2; end--)
        {
            if ((IsOwner(lead[..end]) || IsLeadOwner(lead[..end])) && IsSetting(Trim(lead[end..]))) return (lead[..end], Trim(lead[end..]));
        }
        return (null, lead);
    }

    private static bool IsLeadOwner(string text) =>
        text.Length >= 3
            && text is not ("全部" or "内部")
            && text.IndexOfAny(['，', '。', '、']) < 0
            && Lexicon.LeadOwnerEnds.Any(end => text.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Words that say from which money, not of what: 一般公共预算拨款安排的.</summary>
    private static bool IsSetting(string text) =>
        text is "部门" or "部门决算" or "决算" or "部门预算" or "一般公共预算" or "一般公共预算财政拨款" or "财政拨款" or "一般公共预算拨款" or "本年" or "年度" or "支出" or "财政预算拨款" or "实际支出" or "实际" or "一般公共预算中"
            or "其" or "该" or "组织" or "累计" or "参加（组织）" or "全年" or "年末" or "期末" or "共有" or "各预算单位" or "所属各预算单位" or "各部门" or "财政"
            or "年初预算"
            or "一般公共预算及政府性基金财政拨款" or "一般公共预算及政府性基金预算财政拨款" or "全口径" or "财政资金" or "预算" or "使用财政拨款" or "使用一般公共预算财政拨款"
        || text.EndsWith("安排的", StringComparison.Ordinal)
        || text.EndsWith("安排", StringComparison.Ordinal)
        || text.EndsWith("财政拨款的", StringComparison.Ordinal)
        || text.EndsWith("负担的", StringComparison.Ordinal)
        || text.EndsWith("单位的", StringComparison.Ordinal)
        || text.EndsWith("纳入", StringComparison.Ordinal)
        || text.EndsWith("开支", StringComparison.Ordinal);

    /// <summary>Words for a whole area or level: 全镇, 镇本级, 中央本级, 市级.</summary>
    private static bool IsArea(string text) =>
        text.Length is >= 2 and <= 8
        && (text.EndsWith("本级", StringComparison.Ordinal) || text.EndsWith("本级财政", StringComparison.Ordinal) || text.EndsWith("各部门", StringComparison.Ordinal)
            || (text.Length <= 3 && text[0] is '全' or '我' or '本' && Levels.Contains(text[1], StringComparison.Ordinal))
            || (text.Length <= 4 && Levels.Contains(text[0], StringComparison.Ordinal) && text[1..] is "级" or "财政" or "级财政" or "级部门"));

    private const string Levels = "省市县区旗州镇乡盟";

    /// <summary>Income or expenditure of one fund: 一般公共预算财政拨款总支出.</summary>
    private static BudgetQuantity? OfFund(string lead, BudgetQuantity whole)
    {
        if (whole is BudgetQuantity.FiscalIncome or BudgetQuantity.FiscalExpenditure && lead == "财政拨款") return null;
        if (whole is not (BudgetQuantity.Expenditure
            or BudgetQuantity.Income
            or BudgetQuantity.ExpenditureTotal
            or BudgetQuantity.IncomeTotal
            or BudgetQuantity.FiscalIncome
            or BudgetQuantity.FiscalExpenditure))
            return null;
        var income = whole is BudgetQuantity.Income or BudgetQuantity.IncomeTotal or BudgetQuantity.FiscalIncome;
        return lead switch
        {
            "一般公共预算" or "一般公共预算财政拨款" or "一般公共预算拨款" => income ? BudgetQuantity.GeneralPublicIncome : BudgetQuantity.GeneralPublicExpenditure,
            "财政拨款" => income ? BudgetQuantity.FiscalIncome : BudgetQuantity.FiscalExpenditure,
            "政府性基金" or "政府性基金预算" or "政府性基金预算财政拨款" => BudgetQuantity.GovernmentFunds,
            "国有资本经营预算" or "国有资本经营预算财政拨款" => BudgetQuantity.StateCapital,
            _ => null,
        };
    }

    private static readonly string[] OtherFunds = ["政府性基金", "国有资本经营"];

    private static readonly string[] PreviousYears = ["上一年度", "上年度", "上一年", "上年", "去年"];

    /// <summary>收、支总计（含结转和结余）, 公务用车（含执法执勤用车）运行费: the name without what the bracket says is counted in; null where there is none.</summary>
    private static string? Inclusive(string text) =>
        text.IndexOf("（含", StringComparison.Ordinal) is var open and > 1 && text.IndexOf('）', open) is var close and > 0 ? text[..open] + text[(close + 1)..] : null;

    /// <summary>因公出国（境）经费、…、公务接待费（简称“三公”经费）支出合计 names “三公”经费支出合计.</summary>
    private static string Abbreviated(string text)
    {
        var at = text.IndexOf("简称", StringComparison.Ordinal);
        if (at < 1 || text.LastIndexOf('（', at) is not (var open and >= 0) || text.IndexOf('）', at) is not (var close and > 0)) return text;
        var name = text[(at + 2)..close];
        return open > 4 && BudgetQuantities.Find(name) != BudgetQuantity.Other ? name + text[(close + 1)..] : text;
    }

    private static bool IsOwner(string text) =>
        text is "本" or "我" or "部门" or "单位"
            || (text.Length is >= 2 and <= 6 && text[0] is '本' or '我' && "门位局院委办会厅处心校部所".Contains(text[^1], StringComparison.Ordinal))
        || (text.Length >= 2 && text.IndexOfAny(['，', '。']) < 0 && Lexicon.OwnerEnds.Any(end => text.EndsWith(end, StringComparison.Ordinal)));

    public static (string Text, FigureMeasure Measure) CutMeasure(string text)
    {
        foreach (var (words, measure) in Lexicon.Measures)
        {
            if (text.EndsWith(words, StringComparison.Ordinal)) return (text[..^words.Length], measure);
        }
        return (text, FigureMeasure.Unstated);
    }

    /// <summary>The item of 三公 that a heading names, which what is said below it is said of; null where it names none.</summary>
    public static ClaimSubject? ThreePublicItem(string title)
    {
        foreach (var end in new[] { "决算情况说明", "预算情况说明", "情况说明", "情况", "说明" })
            if (title.EndsWith(end, StringComparison.Ordinal)) title = title[..^end.Length];
        return Resolve(title) is { Quantity: >= BudgetQuantity.ThreePublic and <= BudgetQuantity.Reception } item ? ClaimSubject.Of(item.Quantity) : null;
    }

    /// <summary>Whether the words begin with a name or measure that no leading word may be cut from: 全年预算, 部门（单位）.</summary>
    private static bool StandsAlone(string text) =>
        BudgetQuantities.Find(text) != BudgetQuantity.Other || text.StartsWith("部门（", StringComparison.Ordinal)
        || Lexicon.Measures.Any(m => text.StartsWith(m.Words, StringComparison.Ordinal));

    /// <summary>Words that say on which footing figures are compared.</summary>
    private static readonly string[] Scopes = ["按同口径", "同口径", "按可比口径"];

    public static string Trim(string text)
    {
        for (var before = -1; before != text.Length;)
        {
            before = text.Length;
            text = text.Trim(' ', '—', '-', '/');
            if (text.Length > 3 && text[0] == '（' && ListMarker.Length(text, 0) is var marker and > 0 && marker < text.Length - 1) text = text[marker..];
            if (text.EndsWith("”科目", StringComparison.Ordinal)) text = text[..^2];
            foreach (var scope in Scopes)
                if (text.Length > scope.Length && !Lexicon.Pronouns.Contains(text) && text.EndsWith(scope, StringComparison.Ordinal))
                    text = text[..^scope.Length];
            if (text.EndsWith("支出类科目", StringComparison.Ordinal)) text = text[..^3];
            if (text.Length > 3 && text[0] == '的') text = text[1..];
            if (text.Length > 2 && text[0] == '“' && text.IndexOf('”') == text.Length - 1) text = text[1..^1];
            foreach (var glue in Lexicon.Glue)
            {
                if (text.Length > glue.Length
                    && text.EndsWith(glue, StringComparison.Ordinal)
                    && !Lexicon.Measures.Any(m => text.EndsWith(m.Words, StringComparison.Ordinal)))
                {
                    text = text[..^glue.Length];
                    break;
                }
            }
            foreach (var lead in Lexicon.Lead)
            {
                if (text.Length > lead.Length + 1 && text.StartsWith(lead, StringComparison.Ordinal) && !StandsAlone(text))
                {
                    text = text[lead.Length..];
                    break;
                }
            }
        }
        return Lexicon.Glue.Contains(text) ? "" : text;
    }
}

/// <summary>Functional subjects in words: 社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）, 公共安全（类）支出.</summary>
internal static class FunctionalPath
{
    private static readonly string[] Levels = ["（类）", "（款）", "（项）"];

    /// <summary>The names from the outermost and what follows them; null where the text holds none.</summary>
    public static (ValueList<string> Names, string After)? Read(string text)
    {
        var names = new List<string>(3);
        var rest = text;
        foreach (var level in Levels)
        {
            var at = rest.IndexOf(level, StringComparison.Ordinal);
            if (at <= 0) continue;
            var name = rest[..at].Trim('“', '”', '"');
            rest = rest[(at + level.Length)..];
            if (level == "（类）" && rest.StartsWith("支出", StringComparison.Ordinal))
            {
                rest = rest[2..];
                if (!name.EndsWith("支出", StringComparison.Ordinal)) name += "支出";
            }
            names.Add(name);
        }
        return names.Count == 0 ? null : (names.ToValueList(), rest.TrimStart('”', '"'));
    }

    /// <summary>Whether the outermost name is a 类.</summary>
    public static bool BeginsWithClass(string text) => text.Contains("（类）", StringComparison.Ordinal);
}

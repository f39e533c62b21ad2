namespace GovBudget.Model;

/// <summary>The words that the grammar knows, each declared once.</summary>
internal static class Lexicon
{
    /// <summary>万 where 元 was left out.</summary>
    public static readonly Unit Wan = Unit.Of("万");

    /// <summary>Words of the grammar. Where several begin at a place the longest wins, so a word listed as text shields what it holds.</summary>
    public static readonly (string Word, TokenKind Kind)[] Words =
    [
        ("增加", TokenKind.Direction), ("增长", TokenKind.Direction), ("上升", TokenKind.Direction), ("上涨", TokenKind.Direction), ("提高", TokenKind.Direction),
        ("减少", TokenKind.Direction), ("下降", TokenKind.Direction), ("降低", TokenKind.Direction), ("压减", TokenKind.Direction), ("缩减", TokenKind.Direction),
        ("持平", TokenKind.Flat), ("基本持平", TokenKind.Flat), ("一致", TokenKind.Flat), ("基本一致", TokenKind.Flat), ("相同", TokenKind.Flat), ("不变", TokenKind.Flat),
        ("零增长", TokenKind.Flat), ("相等", TokenKind.Flat), ("无变化", TokenKind.Flat), ("无增减变化", TokenKind.Flat), ("无增减", TokenKind.Flat), ("无变动", TokenKind.Flat),
        ("没有变化", TokenKind.Flat),
        ("未发生变化", TokenKind.Flat), ("没有增减", TokenKind.Flat), ("未发生增减变化", TokenKind.Flat), ("未增减", TokenKind.Flat), ("无增减变动", TokenKind.Flat),
        ("均无变化", TokenKind.Flat), ("无增长变化", TokenKind.Flat), ("无增长", TokenKind.Flat), ("无变动情况", TokenKind.Flat),
        ("大于", TokenKind.Order), ("高于", TokenKind.Order), ("小于", TokenKind.Order), ("低于", TokenKind.Order), ("等于", TokenKind.Order), ("大小于", TokenKind.Order),
        ("大（小）于", TokenKind.Order), ("大/小于", TokenKind.Order),
        ("占", TokenKind.Share), ("占比", TokenKind.Share), ("占比为", TokenKind.Share), ("占比例为", TokenKind.Share),
        ("完成", TokenKind.Complete), ("完成了", TokenKind.Complete), ("为预算的", TokenKind.Complete),
        ("为年初预算的", TokenKind.Complete), ("为全年预算的", TokenKind.Complete), ("为调整预算的", TokenKind.Complete), ("为调整后预算的", TokenKind.Complete),
        ("为年初预算数的", TokenKind.Complete), ("为全年预算数的", TokenKind.Complete), ("为调整后预算数的", TokenKind.Complete), ("为预算数的", TokenKind.Complete),
        ("主要包括", TokenKind.Includes), ("包括", TokenKind.Includes), ("主要包含", TokenKind.Includes), ("包含", TokenKind.Includes), ("具体包括", TokenKind.Includes),
        ("主要用于", TokenKind.UsedFor), ("用于", TokenKind.UsedFor), ("主要是用于", TokenKind.UsedFor), ("主要用途", TokenKind.UsedFor), ("主要用途是", TokenKind.UsedFor),
        ("主要安排用于", TokenKind.UsedFor),
        ("主要原因", TokenKind.Reason), ("主要原因是", TokenKind.Reason), ("主要原因为", TokenKind.Reason), ("主要是", TokenKind.Reason), ("原因是", TokenKind.Reason),
        ("主要由于", TokenKind.Reason), ("主要原因系", TokenKind.Reason), ("原因为", TokenKind.Reason), ("原因系", TokenKind.Reason), ("原因主要是", TokenKind.Reason),
        ("主要是由于", TokenKind.Reason), ("主要系", TokenKind.Reason), ("主要因为", TokenKind.Reason), ("主要是因为", TokenKind.Reason), ("增减原因", TokenKind.Reason),
        ("变动原因", TokenKind.Reason),
        ("其中", TokenKind.AmongThem), ("分别", TokenKind.Respectively), ("分别为", TokenKind.Respectively), ("分别是", TokenKind.Respectively),
        ("分别达", TokenKind.Respectively), ("各是", TokenKind.Respectively), ("各为", TokenKind.Respectively),
        ("新增", TokenKind.Text), ("占有", TokenKind.Text), ("占用", TokenKind.Text), ("完成率", TokenKind.Text), ("完成值", TokenKind.Text), ("完成情况", TokenKind.Text),
        ("不包括", TokenKind.Text), ("包括但不限于", TokenKind.Text), ("增加到", TokenKind.Text), ("增加至", TokenKind.Text), ("减少到", TokenKind.Text), ("减少至", TokenKind.Text),
        ("下降至", TokenKind.Text), ("增长至", TokenKind.Text), ("增长到", TokenKind.Text), ("下降到", TokenKind.Text), ("提高到", TokenKind.Text), ("提高至", TokenKind.Text),
        ("上升到", TokenKind.Text), ("上升至", TokenKind.Text), ("降低到", TokenKind.Text), ("降低至", TokenKind.Text), ("压减到", TokenKind.Text), ("压减至", TokenKind.Text),
        ("经比较", TokenKind.Text), ("增长率", TokenKind.Text), ("不一致", TokenKind.Text), ("占地", TokenKind.Text), ("占总", TokenKind.Share),
        ("收、支", TokenKind.Text), ("收入、支出", TokenKind.Text), ("保持不变", TokenKind.Text), ("不可预见", TokenKind.Text), ("未完成", TokenKind.Text),
        ("不大于", TokenKind.Text), ("不低于", TokenKind.Text), ("不高于", TokenKind.Text), ("不小于", TokenKind.Text),
    ];

    /// <summary>Which way the words of change point.</summary>
    public static ChangeDirection DirectionOf(string word) =>
        word is "增加" or "增长" or "上升" or "上涨" or "提高" or "增" or "加" or "多" or "超出" or "超支" ? ChangeDirection.Up : ChangeDirection.Down;

    /// <summary>Words that point a way only where a figure follows at once: 比上年增3.2万元, 较预算节约0.5万元.</summary>
    public static readonly string[] ShortDirections = ["增", "减", "加", "少", "多", "节约", "节省", "超出", "超支", "压缩", "降"];

    /// <summary>Whether the word points a way, by itself or before a figure.</summary>
    public static bool IsDirection(string word) => ShortDirections.Contains(word) || Words.Any(w => w.Kind == TokenKind.Direction && w.Word == word);

    /// <summary>How the words of order stand.</summary>
    public static FigureOrder OrderOf(string word) => word switch
    {
        "大于" or "高于" => FigureOrder.Greater,
        "小于" or "低于" => FigureOrder.Less,
        "大小于" or "大（小）于" or "大/小于" => FigureOrder.Undecided,
        _ => FigureOrder.Equal,
    };

    /// <summary>What 无 and 没有 deny: only before these do they state that there is no money of a kind.</summary>
    public static readonly string[] AbsenceHeads =
        ["政府性基金", "国有资本", "财政拨款", "一般公共预算", "“三公”", "三公", "机关运行", "此项", "该项", "因公出国", "公务用车", "公务接待", "国（境）外", "出国（境）", "使用政府性基金", "使用国有资本", "使用一般公共", "政府采购",
            "项目支出", "上年结转", "会议费", "培训费"];

    /// <summary>Units of counts, and of measures that a document may state. Money and % are not among them.</summary>
    public static readonly string[] CountUnits =
    [
        "批次", "人次", "场次", "家次", "余人次", "万人次", "万余人次", "万人", "万份", "万户", "万余份", "辆次", "辆", "台（套）", "台/套", "台套", "台", "套", "个（套）", "个", "人", "名", "家", "项", "次",
        "份", "件", "笔",
        "条", "户", "种", "场", "分", "平方米", "平方公里", "公里", "米", "亩", "倍", "天", "小时", "分钟", "处", "期", "篇", "层", "幢", "栋", "所", "座", "张", "本", "册", "组", "支", "批",
        "期", "类", "轮", "吨", "公顷", "周岁", "岁", "部", "起", "例", "对", "只", "间", "床", "宗", "团", "位", "级", "厘",
    ];

    /// <summary>Counted with Chinese numerals only before these; 一项, 三个 are words, not figures.</summary>
    public static readonly string[] NumeralUnits = ["亿元", "万元", "人次", "批次", "辆", "台（套）", "名"];

    /// <summary>Units of money with 万 (元 left out) last.</summary>
    public static readonly Unit[] Money = [Unit.YiYuan, Unit.MillionYuan, Unit.WanYuan, Unit.ThousandYuan, Unit.Yuan, Unit.Of("亿"), Wan];

    /// <summary>Measures as they stand at the end of a phrase, the longest first.</summary>
    public static readonly (string Words, FigureMeasure Measure)[] Measures =
    [
        ("年初预算安排", FigureMeasure.InitialBudget), ("年初预算数", FigureMeasure.InitialBudget), ("年初预算", FigureMeasure.InitialBudget),
        ("全年预算收入", FigureMeasure.AnnualBudget), ("全年预算数", FigureMeasure.AnnualBudget), ("全年预算", FigureMeasure.AnnualBudget),
        ("调整后预算数", FigureMeasure.AnnualBudget), ("调整预算数", FigureMeasure.AnnualBudget), ("调整后预算", FigureMeasure.AnnualBudget),
        ("调整预算", FigureMeasure.AnnualBudget), ("预算调整数", FigureMeasure.AnnualBudget), ("调整后的预算数", FigureMeasure.AnnualBudget),
        ("调整后的预算", FigureMeasure.AnnualBudget),
        ("当年预算执行数", FigureMeasure.Execution), ("预算执行数", FigureMeasure.Execution), ("全年执行数", FigureMeasure.Execution), ("执行数", FigureMeasure.Execution),
        ("决算支出数", FigureMeasure.Actual), ("支出决算数", FigureMeasure.Actual), ("支出决算", FigureMeasure.Actual), ("决算支出", FigureMeasure.Actual),
        ("决算数", FigureMeasure.Actual), ("决算", FigureMeasure.Actual),
        ("支出预算数", FigureMeasure.Budget), ("预算支出数", FigureMeasure.Budget), ("预算安排数", FigureMeasure.Budget), ("预算安排", FigureMeasure.Budget),
        ("预算支出", FigureMeasure.Budget),
        ("预算收入", FigureMeasure.Budget), ("支出预算", FigureMeasure.Budget), ("总预算", FigureMeasure.Budget), ("预算总额", FigureMeasure.Budget),
        ("预算总金额", FigureMeasure.Budget), ("预算数", FigureMeasure.Budget), ("预算", FigureMeasure.Budget),
    ];

    /// <summary>Words between a name and its figure that carry nothing.</summary>
    public static readonly string[] Glue = ["均为", "共计", "合计为", "总计为", "总额为", "达到", "约为", "分别为", "分别", "拨入", "仍然",
        "为", "是", "共", "约", "达", "各", "均", "了", "仅", "有", "的", "≥", "≤", ">", "<", "＞", "＜", "=", "＝"];

    /// <summary>Words before a name that carry nothing.</summary>
    public static readonly string[] Lead = ["此外，", "此外", "经比较", "经汇总", "全部为", "之所以", "其中", "同时", "项目的", "部门", "当年", "全年", "共计", "按", "纳入", "含", "以及", "和",
        "及", "与", "年度"];

    /// <summary>Names that are no more than a measure: the subject is the one named before.</summary>
    public static readonly string[] Pronouns = ["", "项目", "支出", "费用支出", "累计支出", "实际支出", "支出总额", "支出额", "累计", "总额", "本年数", "本年", "上年", "上年数", "去年", "上年度", "上年同期", "其",
        "支出数", "比上年", "数", "本年预算", "对比", "相比", "仍然", "仍", "本项目", "因此", "因而", "从而", "故", "同口径", "按同口径", "按可比口径", "可比口径"];

    /// <summary>Words between 占比 and the colon before a list of shares.</summary>
    public static readonly string[] ListHeads = ["如下", "情况", "情况如下", "情况为", "为", "是", "结构", "结构如下", "依次为", "依次是"];

    /// <summary>Names of the gap between two figures of one thing: they name nothing that could be spoken of further.</summary>
    public static readonly string[] Gaps = ["差值", "差额", "差异", "相差", "差距"];

    /// <summary>How names of departments and units end.</summary>
    public static readonly string[] OwnerEnds =
        ["局", "委员会", "办公厅", "办公室", "办事处", "法院", "检察院", "政府", "中心", "工作部", "宣传部", "组织部", "统战部", "厅", "协会", "联合会", "总工会", "学校", "大学", "学院", "医院", "研究院", "研究所",
            "支队", "总队", "大队", "管理处", "党校", "馆", "站", "银行", "（部门）", "（单位）", "（本级）", "（本部）", "所", "团委", "妇联", "党委", "纪委", "监委", "政协", "人大", "管委会", "工委", "政府办",
            "区委办", "县委办", "市委办", "机关", "小学", "中学", "高中", "幼儿园"];

    /// <summary>Names of departments before a quantity end in these too; by themselves the words may mean something else.</summary>
    public static readonly string[] LeadOwnerEnds = ["部", "院", "镇", "乡", "街道", "公司", "林场", "法庭", "学会", "社", "台", "团", "监狱", "署", "（管委会）"];

    /// <summary>Placeholders and instructions of the forms.</summary>
    public static readonly (string Words, LeftoverKind Kind)[] Leftovers =
    [
        ("其他专用名词", LeftoverKind.Placeholder), ("重点工作事项标题", LeftoverKind.Placeholder), ("此处填写", LeftoverKind.Placeholder),
        ("小大于", LeftoverKind.Choice), ("大于小于", LeftoverKind.Choice), ("减增加", LeftoverKind.Choice), ("增减少", LeftoverKind.Choice), ("增加减少", LeftoverKind.Choice),
        ("减少增加", LeftoverKind.Choice),
        ("仍保留该表格式", LeftoverKind.Instruction), ("作下述说明", LeftoverKind.Instruction), ("请各部门", LeftoverKind.Instruction), ("填写说明", LeftoverKind.Instruction),
        ("（如无", LeftoverKind.Instruction), ("（无此项支出的", LeftoverKind.Instruction),
    ];
}

/**
 * Signs (线索) in a text that a person at the triage desk looks for before dispatching: a case before a court,
 * a private matter, departments that wait for each other. A sign alone decides nothing; how much each one
 * weighs is learnt from rulings. Each stands for a group of wordings, so that a wording never seen in
 * training counts as well.
 */

/** A sign and the wordings by which it is known. */
interface Cue {
  readonly name: string;
  readonly wording: RegExp;
}

const PLACES_ELSEWHERE =
  '上海|北京|天津|重庆|深圳|广州|杭州|宁波|温州|嘉兴|嘉善|湖州|绍兴|金华|无锡|常州|南京|南通|镇江|扬州|泰州|盐城|徐州|淮安|连云港|宿迁|合肥|芜湖|安徽|浙江|山东|青岛|济南|江阴|宜兴|武汉|成都|西安|厦门|福州|东莞|佛山|郑州|长沙|宣城|义乌';

const CUES: readonly Cue[] = [
  { name: 'court', wording: /法院|中院|法庭|官司|诉讼|仲裁|行政复议|申请了?.{0,4}复议|起诉|上诉|打官司/g },
  {
    name: 'case-pending',
    wording:
      /(已经?|刚|上个?[月周]|上礼拜)[^，。；？]{0,12}(起诉|立案|受理|开庭|上诉|申请仲裁|提起)|获立案|立案，|等待?[^，。；]{0,6}(开庭|判决|排期|宣判)|开过庭|开庭时间|一审|二审|再审|终审|审理中|正由[^，。]{0,8}法院|案子在法院|宣判|勘验|诉[^，。；]{2,20}案|(起诉|上诉)到|申请仲裁|复议机构|进入执行/g,
  },
  {
    name: 'case-ruled',
    wording:
      /(裁决|判决|裁定)[^，。？]{0,10}(下来|不公|不服|改|推翻|不合理|执行)|不服[^，。]{0,14}裁决|判了|判我|裁下来|裁完|仲裁员|判令/g,
  },
  {
    name: 'case-not-yet',
    wording:
      /(还没|没有|尚未|未|暂不|不想|没打|没去|还未)(打|去|向|经|曾)?(法院|起诉|告|打?官司|立案|诉讼|仲裁)|可以(去|向)法院|律师说/g,
  },
  {
    name: 'case-of-another',
    wording:
      /(担保企业|联保企业|客户|对方|供应商|付款人|股东|原股东)[^，。；]{0,12}(诉讼|案件|官司)|法院还没判/g,
  },
  {
    name: 'private-person',
    wording:
      /我个人|个人(?!独资|经营|信息|体)|我自己(寄|的|家|信用|买|住)|我自家|本人(家庭|名下|住|购|的)|私家车|私人|自己家/g,
  },
  {
    name: 'family',
    wording:
      /我(爸|妈|爷爷|奶奶|外公|外婆|老公|老婆|丈夫|妻子|儿子|女儿|孩子|小孩|弟|哥|姐|妹|舅|叔|姑|外甥|侄|前妻|前夫|家人|父亲|母亲|岳父|岳母)|亲戚|离婚|家庭事务|家里(老人|漏|装修)|前妻|前夫|孩子就读|带(小孩|孩子)|自家(客厅|房)|我家那?/g,
  },
  {
    name: 'not-the-company',
    wording:
      /(与|跟|和|同)(公司|单位|企业|工作室|经营|我们公司|厂里?)[^，。]{0,6}(无关|没关系|没有关系)|请勿联系公司|用(我们|我)?(公司|单位)(账号|帐号)|顺带反映|在(我们|我)?单位上班|我上班的(公司|单位)|私事|家务事/g,
  },
  {
    name: 'home',
    wording:
      /(我住|居住|我家|我们)(的|那个)?小区|业委会|楼上(邻居|漏水)|邻居|住宅(楼上|小区)|班主任|信用卡|买二手房|买房贷|退休金|养老金每月|电视机|洗衣机|冰箱|手机坏/g,
  },
  {
    name: 'the-company',
    wording:
      /我公司|本公司|我们公司|我司|我厂|我们厂|本厂|我店|本店|我们店|我社|本社|我单位|我中心|我校|我院|我集团|员工|职工|工人|客户|订单|车间|厂里|企业/g,
  },
  {
    name: 'elsewhere',
    wording: new RegExp(
      `(注册(地|在|于)?[^，。；]{0,6}|我们是|我公司[^，。；]{0,4}|公司在|我这边是|我们公司[^，。]{0,4}|是)(${PLACES_ELSEWHERE})|(${PLACES_ELSEWHERE})[^，。；]{0,4}(注册|的?公司|企业|的厂)|(均|都)在(${PLACES_ELSEWHERE})|我们(${PLACES_ELSEWHERE})`,
      'g',
    ),
  },
  {
    name: 'not-here',
    wording:
      /未在(苏州|本市|贵市)|贵市|你市|你们(苏州|这边|这里)能不能|打到你们|代为受理|没有?在苏州|外省企业/g,
  },
  {
    name: 'each-waits',
    wording:
      /互为(前置|条件)|互相(等|推|踢|要|指)|循环|均称|都说(自己|不|要|等|找|看)|各部门(均|都)|踢皮球|两(边|头|家)(推|等|踢)|来回推|各有说法|等(上级|规划|产业|对方)|先有[^，。]{0,8}(意见|批文)|没有一家愿意|谁先(走|出)|先后|互指|推诿/g,
  },
  {
    name: 'who-is-competent',
    wording:
      /(到底|究竟|应该|该)?(归|属于|由|是)(谁|哪个部门|哪家|哪一家)(来)?(管|负责|监管|牵头|认定|核发|说了算)|归口|归属|权责不清|不归(他|我|我们|他们)|说了算|主管部门|定一个(单位|部门)|监管主体|哪个(部门|单位)(管|负责|牵头|说了算)|职责划转|找下一个/g,
  },
  {
    name: 'opinions-differ',
    wording:
      /(意见|口径|说法|判断|标准|认定|要求)(不一|不同|相反|矛盾|冲突|分歧)|不一致|三方|两(个|部门|家)[^，。]{0,6}(说法|文件|意见|口径)|相互矛盾|各执一词|同一[^，。]{0,8}(两|三|不同)|(组织|请)[^，。]{0,8}(研判|会商|论证)|专家(研判|论证)/g,
  },
  {
    name: 'city-must-lead',
    wording:
      /(市级|市里|市领导|市政府|市工信局?|市)(统筹|牵头|协调|专班|指定|召开|明确|层面|重大项目|出面)|专题会|协调会|专班|总牵头|牵头(单位|部门|召开)|指定牵头|召开[^，。]{0,6}会|纳入[^，。]{0,6}调度|一楼一策|市长|部门牵头/g,
  },
  {
    name: 'years-without-result',
    wording:
      /([二两三四五六七八九十]|[0-9]+|多|好几)(多)?(年|个月)[^，。；]{0,10}(没有|未|无|不|始终|一直|拖|推|没)|推了[^，。]{0,3}年|至今(没有|未|悬|无)|始终(无法|没有|不)|一直(没有|未|没)|历史遗留|遗留/g,
  },
  {
    name: 'promise-of-state',
    wording: /承诺|招商(协议|时)|投资协议|签约|会议纪要|回购|管委会|平台公司|政务诚信|落户/g,
  },
  {
    name: 'now',
    wording:
      /今天|今日|现在|刚刚|昨晚|昨天|昨夜|昨日|前天|突然|([一二两三四五六七八九十0-9]+|几|多)个?多?(小时|钟头)|强降雨期间|最后一天|今.{0,2}截止/g,
  },
  {
    name: 'plea',
    wording:
      /赶(紧|快)|立即|立刻|马上|急急|紧急|尽快(抽|复电|恢复)|几点|求(赶|尽)|你们快|应急|优先(复电|恢复)/g,
  },
  {
    name: 'stoppage',
    wording:
      /停(产|线|工|电|机|摆|运|水|气)|中断|全停|断(电|网|气|水)|瘫痪|报废|停了|上不去|白屏|进不去|全黑|滞留|积压|压力(从|掉|下降|持续|不足)|冻在/g,
  },
  {
    name: 'danger',
    wording:
      /危险|漏电|泄漏|爆炸|起火|着火|火灾|受伤|伤亡|中毒|坍塌|倒灌|冒溢|被淹|积水|没过|泡(了|水)|水深|生命|安全隐患|窒息|触电/g,
  },
  {
    name: 'crowd',
    wording: /聚集|讨要|堵门|围堵|集体(上访|讨薪)|群体|情绪激动|滞留|闹|拉横幅|上访|跳楼|跑路|几十(人|个)/g,
  },
  { name: 'money-leaving', wording: /止付|转移资金|诈骗|被骗|出国|出境手续|冒充|转走|冻结余额/g },
  {
    name: 'asks',
    wording:
      /请问|是否(需要|可以|允许|适用|合规|满足)|怎么(办|弄|申请|报|领)|如何(申请|办理)|要不要|能不能|可以吗|多少|几天|吗？|吗\?|？/g,
  },
];

/** The wordings found for each sign, by the sign's name; a sign that is not there is absent. */
export function findCues(raw: string): Map<string, string[]> {
  const text = raw.replace(/,/g, '，').replace(/;/g, '；').replace(/\?/g, '？').replace(/!/g, '！');
  const found = new Map<string, string[]>();
  for (const { name, wording } of CUES) {
    const matches = [...text.matchAll(wording)].map((match) => match[0]);
    if (matches.length > 0) found.set(name, matches);
  }
  return found;
}

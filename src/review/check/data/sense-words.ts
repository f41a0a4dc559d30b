/** Words that turn, hedge, widen or hand over what a sentence says. Source words in en, zh, ja, ko, de, fr, es; ours in zh and en. */
export const words = {
  denialsThere:
    /\b(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot|hardly|nicht|kein\w*|nie|niemand|ohne|ne|n'|pas|jamais|aucune?|sans|nunca|ningún|ninguna|sin)\b|n['’]t\b|不(?!仅|但|只|过|断|少|久)|没有|没(?!收)|未(?!来)|并非|从无|ない|なかった|ません|않|없다|없이|못했/iu,
  denialsHere:
    /不(?!过|仅|但|只|久|断|少|同|足|满|到|得不|论|管|止)|没有|没(?!收|落)|未(?!来|必)|并非|无(?!人机|论|数|线|锡|疑)|毫无|从未|\b(?:not|no|never|neither|nor|none|nobody|without|cannot|declin\w+|fail\w*|refus\w+)\b|n['’]t\b/iu,
  halfDenials:
    /拒绝|否认|尚未|无党派|不乏|不一|不懈|徒劳|禁止|阻止|避免|取消|反对|失败|拒|禁|除非|撤|停|驳回|难以|缺|少于|低于|排除|\b(?:refus|den(?:y|ied|ies)|reject|ban|prevent|avoid|cancel|oppos|fail|against|unless|without|only|still|yet to|cease|stop|lack|unable|ruled? out|acquit|conced|disput|far from|lest|hardly|barely|until|before|disagree|ineffect|limit|except|but|un\w{4,}|in(?:valid|sufficient|complete|capable|adequate|active)|dis\w{4,}|ce n'est qu|ne .{1,20} que|nur|seulement|solo)\w*/iu,
  antonyms: [
    [/排除了?[^，。]{0,12}可能(?!.*没有排除)|不会/u, /\bdid not rule out|has not ruled out/iu],
    [/没有排除|未排除|不排除/u, /\bruled out\b/iu],
    [/罪名成立|被判有罪|被裁定有罪/u, /\bacquitted\b|\bnot guilty\b|\bfreigesprochen\b|\bacquitté/iu],
    [/罪名不成立|无罪/u, /\bconvicted\b|\bfound guilty\b|\bverurteilt\b|\bcondamné/iu],
    [/拒绝接受|不接受/u, /\baccept(?:s|ed|ing)?\b(?!.*\b(?:not|refus|declin))/iu],
    [/(?<!不|拒绝|尚未|没有)(?:接受了?)(?!采访)/u, /\b(?:refused|declined) to accept|\brejected\b/iu],
    [/赞成票|投票支持|投赞成/u, /\bvote(?:d)? against\b|\boppose/iu],
    [/反对票|投票反对/u, /\bvote(?:d)? (?:for|in favor|in favour)\b/iu],
    [/开始了?/u, /\bended\b|\bends\b(?! in)|\bcame to an end\b/iu],
    [/结束了?/u, /\bbegan\b|\bstarted\b|\blaunched\b/iu],
    [
      /宣布将|承诺将|宣布了/u,
      /밝히지 않|않았다|neither side announced|did not (?:say|announce|disclose)|declined to/iu,
    ],
    [/(?:没有|未|拒绝)(?:给出|提供|透露|公布)/u, /\b(?:offered|gave|provided|disclosed) (?:a|an|the)\b/iu],
    [
      /\b(?:offered|gave|provided|announced|disclosed)\b(?!.*\bno\b)/iu,
      /没有给出|未给出|没有提供|未透露|没有公布|不愿透露/u,
    ],
    [/同意(?!书)/u, /\b(?:refused|declined|rejected)\b/iu],
    [/拒绝(?!接受)/u, /\b(?:agreed|accepted|approved)\b/iu],
  ] as [RegExp, RegExp][],
  unsure:
    /\b(?:may|might|could|plans?|planned|expect\w*|likely|possibl\w+|perhaps|hopes?|aims?|intends?|proposed?|consider\w*|must still|yet to|has to be|faces? up to|up to|would|potential|könnte\w*|dürfte\w*|plant|möglich\w*|pourrai\w*|prévoi\w*|peut-être|podría\w*|prevé\w*)\b|可能|或将|或许|计划|预计|有望|拟|可能性|予定|見通し|可能性|かもしれ|계획|예상|전망/iu,
  certain:
    /已经|已获|已被|已(?=[\p{Script=Han}])(?!知|故|经?有可能)|必定|必将|必然|一定会|肯定|注定|无疑|被判处|\b(?:has|have) (?:already )?(?:been|agreed|approved|decided)|\bcertainly\b|\bdefinitely\b|\bwill certainly\b/u,
  hedged:
    /可能|或许|也许|预计|预期|计划|拟|有望|或将|尚|最高可|最多|面临|如果|若|据|称|表示|认为|\b(?:may|might|could|plans?|expected|likely|reportedly)\b/iu,
  some: /\b(?:most|many|some|several|few|majority|part|a number|almost all|nearly all|die meisten|viele|einige|la plupart|certains|beaucoup|la mayoría|muchos|algunos)\b|多数|部分|一些|许多|若干|大多|多く|一部|대부분|일부|많은/iu,
  all: /全体|所有|全部|一律|人人|每(?:一)?个人都|无一例外|全都|都将|均将|\b(?:all|every|everyone|everybody|entire|none)\b/iu,
  someToo: /多数|大多|部分|许多|一些|不少|若干|几乎|近乎|\b(?:most|many|some|almost|nearly|majority)\b/iu,
  contested:
    /\b(?:expect\w*|predict\w*|forecast\w*|believ\w+|claim\w*|alleg\w*|disput\w*|accus\w*|den(?:y|ied|ies)|estimat\w*|suspect\w*|argu\w+|insist\w*|lawyer said|said the other|according to (?:his|her|their)|erwartet\w*|behaupt\w*|mutmaßlich\w*|schätzt\w*|estime\w*|affirme\w*|accuse\w*|prétend\w*|asegura\w*|acusa\w*|estima\w*)\b|["“][^"”]{3,}["”],? (?:he|she|they) (?:said|says)|涉嫌|声称|指控|预计|估计|认为|主張|とみられ|주장|추정/iu,
  attributed:
    /说|称|表示|认为|预计|预期|预测|估计|据|指出|指控|声称|否认|承认|相信|怀疑|报道|警告|强调|透露|披露|公布|宣布|显示|批评|主张|坚称|呼吁|有望|料|看来|被指|涉嫌|\b(?:said|says|according|claim|expect|estimate|believe|alleg|accus|argu|report|predict|forecast|warn|told|den(?:y|ied))\w*/iu,
}

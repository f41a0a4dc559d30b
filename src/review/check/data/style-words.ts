/** Openings and turns with which a text judges instead of reporting. Words quoted from somebody are looked away from. */
export const verdicts =
  /令人深思|发人深省|引人深思|值得(?:我们)?(?:深思|反思|警惕|关注和思考)|毫无疑问|毋庸置疑|不言而喻|显而易见|众所周知|有助于(?:我们|读者|人们)|提醒(?:着)?(?:我们|人们|世人)|告诉我们|让我们(?:看到|认识|思考|期待)|视角独特|论证严密|论述精彩|堪称|一针见血|不得不说|(?:这|本|此|该)?(?:篇)?(?:报道|文章|文|新闻)(?:深刻|生动|清晰|全面|客观|有力|成功|巧妙|充分)?地?(?:揭示|反映|体现|折射|彰显|凸显|展现|展示|呈现)了|唯一正确|(?:负责任|优秀|出色)的(?:报道|文章|记者)|(?:是|才是)[^，。]{0,12}的耻辱|具有(?:重要|深远|重大)(?:的)?(?:意义|影响|启示)|意义重大|影响深远|(?:我们|笔者)(?:认为|相信|应该|应当|必须)|应当引以为戒|可谓|不可否认|总而言之|综上所述|\b(?:thought-provoking|undoubtedly|needless to say|it is clear that|this article (?:reveals|reflects|highlights|shows|sheds)|reminds us|insightful|well-written|in conclusion|we must|masterful)\b/iu

/** What assistants say around an answer, and pieces of a prompt. */
export const chatPhrases =
  /以下是|如下所示|我(?:来)?(?:为您|帮您|将为您|总结)|为您(?:翻译|总结|生成)|作为(?:一个|一名)?(?:AI|人工智能|语言模型|大模型|助手)|AI助手|如果您(?:还有|需要)|请随时|希望(?:这|以上|对您)|好的[！!，,]|当然[！!，,]可以|没问题[！!，,]|(?:证据|依据|evidence)[：:]\s*p\d|[（([]\s*p\d+\s*[）)\]]|JSON|<\|[a-z_]+\|>|\b(?:as an AI|language model|here is|here's the|sure[,!]|certainly[,!]|let me know|hope this helps|I cannot|I can't|passage p\d)\b/iu

/** Latin words in lower case that Chinese news prints as they are. */
export const plainLatin = new Set([
  'app', 'apps', 'km', 'kg', 'cm', 'mm', 'ml', 'mg', 'pm', 'am', 'kph', 'mph', 'vs', 'iphone', 'ipad', 'ebay', 'emoji', 'email', 'wifi', 'mini',
  'nano', 'pro', 'plus', 'max', 'ins', 'vlog', 'vlogger', 'podcast', 'de', 'da', 'di', 'van', 'von', 'del', 'der', 'den', 'bin', 'ibn', 'al', 'el', 'la',
  'le', 'du', 'dos', 'das', 'xiao', 'openai', 'arxiv', 'bug', 'cosplay', 'remix', 'live', 'show', 'logo', 'idol', 'vivo', 'oppo', 'adidas',
]) // prettier-ignore

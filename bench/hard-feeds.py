"""Read JSON lines {id, base64, contentType} with feedparser and write what it found, one line each. Called by hard-feeds.ts."""
import base64, json, sys, calendar, datetime
import feedparser


def instant(parsed):
    if not parsed:
        return None
    return datetime.datetime.fromtimestamp(calendar.timegm(parsed), datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')


for line in sys.stdin:
    case = json.loads(line)
    try:
        got = feedparser.parse(base64.b64decode(case['base64']), response_headers={
            'content-type': case['contentType'], 'content-location': case['url']})
        items = [{
            'title': e.get('title', ''), 'url': e.get('link'), 'guid': e.get('id'),
            'authors': [a.get('name') or a.get('email') for a in e.get('authors', []) if a] or ([e['author']] if e.get('author') else []),
            'publishedAt': instant(e.get('published_parsed') or e.get('created_parsed')), 'updatedAt': instant(e.get('updated_parsed')) if 'updated_parsed' in e.keys() else None,
            'summary': e.get('summary'), 'content': e['content'][0]['value'] if e.get('content') else e.get('summary'), 'language': None,
            'enclosures': [{'url': x.get('href') or x.get('url')} for x in (e.get('enclosures') or e.get('media_content') or e.get('media_thumbnail') or [])],
        } for e in got.entries]
        feed = {'title': got.feed.get('title'), 'url': got.feed.get('link'), 'language': got.feed.get('language')}
    except Exception as error:
        items, feed = None, {'error': str(error)}
    print(json.dumps({'id': case['id'], 'feed': feed, 'items': items}), flush=True)

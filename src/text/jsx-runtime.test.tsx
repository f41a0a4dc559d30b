import { expect, test } from 'vitest'
import { raw, type Child } from './jsx-runtime.ts'

const hostile = `<b onload='x'>"&`

test('every value of a template is escaped, between tags and in attributes', () => {
  expect(String(<p title={hostile}>{hostile}</p>)).toBe(
    '<p title="&lt;b onload=&#39;x&#39;&gt;&quot;&amp;">&lt;b onload=&#39;x&#39;&gt;&quot;&amp;</p>',
  )
})

test('a list of texts is escaped one by one, pieces in it stand as they are', () => {
  const parts: Child[] = ['<', [<em>{'>'}</em>, 3], null, false, undefined]
  expect(String(<p>{parts}</p>)).toBe('<p>&lt;<em>&gt;</em>3</p>')
})

test('an object that only looks like a piece is not taken for one', () => {
  const forged = JSON.parse('{"isEscaped":true,"html":"<script>"}') as Child
  expect(String(<p>{forged}</p>)).toBe('<p></p>')
})

test('what is not there leaves no attribute, what is true an empty one', () => {
  expect(
    String(
      <ol lang={undefined} reversed hidden={false}>
        {0}
      </ol>,
    ),
  ).toBe('<ol reversed="">0</ol>')
})

test('components are given their properties and what stands in them', () => {
  const Box = ({ name, children }: { name: string; children: Child }) => <div id={name}>{children}</div>
  const Nothing = () => null
  expect(
    String(
      <Box name="a">
        <Nothing />
        <br />
        {raw('<hr/>')}
        {'<'}
      </Box>,
    ),
  ).toBe('<div id="a"><br/><hr/>&lt;</div>')
})

test('a piece in an attribute is a value like any other', () => {
  expect(String(<p title={raw('"') as never}>x</p>)).toBe('<p title="&quot;">x</p>')
})

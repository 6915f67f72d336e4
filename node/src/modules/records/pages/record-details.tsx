import type { PageContext } from '../../../kernel/web/index.ts';
import { CodeBlock, Details, Facts, RecordLink, Say, Time } from '../../../ui/index.ts';
import type { RecordView } from '../read.ts';

/** What few need: the fingerprints, the words as they were signed, personal fields, other records of the same thing. */
export function RecordDetails({ page, record }: { page: PageContext; record: RecordView }) {
  const { proof, blob, siblings, jti } = record;
  return (
    <div class="kn-details">
      {proof !== null && proof.hashes.length > 0 && (
        <Details summary={page.t('records.more.prints', { count: proof.hashes.length })}>
          <p>{page.t('records.more.prints-text')}</p>
          <CodeBlock label={page.t('records.more.prints', { count: proof.hashes.length })}>
            {proof.hashes.join('\n')}
          </CodeBlock>
        </Details>
      )}
      <Details summary={page.t('records.more.words')}>
        <CodeBlock label={page.t('records.more.words')}>{JSON.stringify(record.payload, null, 2)}</CodeBlock>
        <p class="kn-actions">
          <a class="ds-link" href={`/records/${jti}.json`}>
            {page.t('records.more.json')}
          </a>
          {blob?.state === 'present' && (
            <a class="ds-link" href={`/blobs/sha256/${blob.digest}`}>
              {page.t('records.more.blob', { size: page.format.bytes(blob.size) })}
            </a>
          )}
        </p>
        {blob !== null && blob.state !== 'present' && <p>{page.t(`records.more.blob-${blob.state}`)}</p>}
      </Details>
      {record.personal.sealed > 0 && <Personal page={page} record={record} />}
      <Details summary={page.t('records.more.facts')}>
        <Facts
          stacked
          facts={[
            { label: page.t('records.more.kind'), value: <code dir="ltr">{record.kind}</code> },
            { label: page.t('records.more.number'), value: <code dir="ltr">{jti}</code> },
            { label: page.t('records.more.about'), value: <code dir="ltr">{record.sub}</code> },
            { label: page.t('records.more.log'), value: <code dir="ltr">{record.logOrigin}</code> },
            { label: page.t('records.more.key'), value: <code dir="ltr">{record.kid}</code> },
          ]}
        />
      </Details>
      {siblings.length > 0 && (
        <Details summary={page.t('records.more.siblings', { count: siblings.length })}>
          <ul class="ds-list">
            {siblings.map((sibling) => (
              <li>
                <Say
                  page={page}
                  id={sibling.jti === record.prev ? 'records.more.before' : 'records.more.sibling'}
                  with={{
                    record: (
                      <RecordLink
                        page={page}
                        provenance={{
                          ...record.provenance,
                          index: sibling.index,
                          recordPath: `/records/${sibling.jti}`,
                        }}
                      />
                    ),
                    when: <Time page={page} value={sibling.at} />,
                  }}
                />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

/** Sealed fields: the record holds only their fingerprints; the words are apart, and may be gone. */
function Personal({ page, record }: { page: PageContext; record: RecordView }) {
  const { sealed, present } = record.personal;
  return (
    <Details summary={page.t('records.more.personal', { count: sealed })}>
      <p>{page.t('records.more.personal-text')}</p>
      <p>
        {present === 0 ? (
          page.t('records.more.personal-gone')
        ) : (
          <a class="ds-link" href={`/records/${record.jti}/disclosures`}>
            {page.t('records.more.personal-see', { count: present })}
          </a>
        )}
      </p>
    </Details>
  );
}

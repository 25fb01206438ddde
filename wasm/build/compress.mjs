// Writes FILE.gz and FILE.br beside each file, as small as they get: node compress.mjs FILE...
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompress, constants, gzipSync } from "node:zlib";

for (const file of process.argv.slice(2)) {
  const data = readFileSync(file);
  writeFileSync(file + ".gz", gzipSync(data, { level: 9, memLevel: 9 }));
  brotliCompress(data, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  }, (error, small) => {
    if (error) {
      throw error;
    }
    writeFileSync(file + ".br", small);
  });
}

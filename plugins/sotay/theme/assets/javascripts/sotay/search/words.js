/* What search says: how many results there are, and for what. */

const number = new Intl.NumberFormat("vi-VN");

const quoted = (query) => `“${query}”`;

export const countWords = (total, { query, filters }) => {
  const what = query ? ` cho ${quoted(query)}` : "";
  const how = Object.keys(filters).length ? " với điều kiện lọc đang chọn" : "";
  return total ? `${number.format(total)} kết quả${what}` : `Không tìm thấy thủ tục nào${what}${how}`;
};

/* For answers that are only the nearest there are. */
export const unsureWords = ({ query }) => `Không chắc đúng ý ông, bà: gần nhất với ${quoted(query)} là`;

export const correctedWords = (corrected) => `Đã tìm theo: ${quoted(corrected)}`;

export const chosenWords = (count) => (count ? `(${count} điều kiện)` : "");

export const allWords = (total, query, isWeak) =>
  total && !isWeak ? `Xem tất cả ${number.format(total)} kết quả` : `Chưa thấy ${quoted(query)}: xem cách tìm khác`;

export const optionWords = (label, count) => `${label} (${number.format(count)})`;

export const LOADING = "Đang tải dữ liệu để tìm …";

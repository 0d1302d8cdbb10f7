/* “Tôi ở xã nào”: typing a name leads to the site of one's own commune; the choice is remembered in this browser. */

import { forget, matches, onlyMatch, remember, remembered } from "./commune-choice.js";
import { communeList } from "./commune-list.js";
import { element, linkTo } from "./element.js";

const base = () => new URL(document.documentElement.dataset.base.replace(/\/?$/, "/"), location.href);

const fetchCommunes = async () => {
  const answer = await fetch(new URL("xa-phuong/danh-sach.json", base()));
  const communes = await answer.json();
  if (!Array.isArray(communes)) throw new Error(`no list of communes: ${answer.status}`);
  return communes;
};

/* Gives null where the list cannot be had; the next call asks for it again. */
let loading;
const load = () => {
  loading ??= fetchCommunes().catch(() => (loading = null));
  return loading;
};

const siteOf = (commune) => new URL(`${commune.agencies[0]}/`, base()).href;

/* The link to this very procedure at the chosen commune, if its place is listed in the same section. */
const placeOf = (form, commune) => {
  const places = form.closest("section")?.querySelectorAll("[data-agency]") ?? [];
  return [...places].find((place) => commune.agencies.includes(place.dataset.agency));
};

const toForget = (form) => {
  const button = element("button", "commune__forget", "Bỏ chọn");
  button.type = "button";
  button.addEventListener("click", () => {
    forget();
    show(form, undefined);
    form.elements.q.focus();
  });
  return button;
};

const withoutSite = (form, commune) => [
  `${commune.name} chưa có trang riêng ở đây. `,
  linkTo(form.dataset.common, "", "Xem thủ tục của cấp xã"),
  " theo quy định chung. ",
];

const toSite = (commune) => ["Nơi ông, bà đã chọn: ", linkTo(siteOf(commune), "", commune.office), ". "];

const toPlace = (form, commune) => {
  if (!commune.agencies.length) return [`${commune.name} chưa có trang riêng ở đây. Trang này là quy định chung. `];
  const place = placeOf(form, commune);
  if (!place) return [`Ở ${commune.name} chưa có cơ quan nào công bố thủ tục này trên trang của mình. `];
  place.parentElement.prepend(place);
  const link = place.querySelector("a");
  return ["Nơi ông, bà ở: ", linkTo(link.href, "commune__place", link.textContent), ". "];
};

const words = (form, commune) => {
  if ("stays" in form.dataset) return toPlace(form, commune);
  return commune.agencies.length ? toSite(commune) : withoutSite(form, commune);
};

const show = (form, commune) => {
  const told = form.querySelector(".commune__told");
  form.elements.q.value = commune ? commune.name : "";
  told.replaceChildren(...(commune ? [...words(form, commune), toForget(form)] : []));
};

const choose = (form, commune) => {
  remember(commune.code);
  show(form, commune);
  if (commune.agencies.length && !("stays" in form.dataset)) {
    location.assign(siteOf(commune));
  }
};

const unknown = (form, found) => {
  const told = form.querySelector(".commune__told");
  told.textContent = found.length
    ? "Có nhiều xã, phường có tên như vậy; ông, bà chọn một nơi trong danh sách."
    : "Không tìm thấy xã, phường này. Nếu là tên cũ, ông, bà gõ tên mới sau sắp xếp ngày 01/7/2025.";
};

const submit = async (event, form, list) => {
  event.preventDefault();
  const communes = await load();
  // The page of all communes serves without the list.
  if (!communes) {
    form.submit();
    return;
  }
  const text = form.elements.q.value.trim();
  if (!text) {
    form.querySelector(".commune__told").textContent = "Ông, bà gõ tên xã, phường.";
    return;
  }
  const chosen = list.chosen() ?? onlyMatch(communes, text);
  if (chosen) {
    list.close();
    choose(form, chosen);
  } else {
    const found = matches(communes, text);
    list.open(found);
    unknown(form, found);
  }
};

const offer = (communes, form, list) => communes && list.open(matches(communes, form.elements.q.value));

/* Nothing is offered any more to who has left the box. */
const suggest = async (form, list) => {
  const communes = await load();
  if (document.activeElement === form.elements.q) offer(communes, form, list);
};

const recall = async (form, list) => {
  const code = remembered();
  const asked = new URLSearchParams(location.search).get("q");
  const isList = new URL(form.action).pathname === location.pathname;
  if (isList && asked) {
    form.elements.q.value = asked;
    offer(await load(), form, list);
  } else if (code && !form.elements.q.value) {
    const chosen = (await load())?.find((commune) => commune.code === code);
    // Somebody may have begun to type meanwhile.
    if (chosen && !form.elements.q.value) show(form, chosen);
  }
};

export const start = (form) => {
  const input = form.elements.q;
  const list = communeList(input, form, (commune) => choose(form, commune));
  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", () => suggest(form, list));
  // Somebody may have typed before this script was there.
  if (input.value && document.activeElement === input) suggest(form, list);
  form.addEventListener("submit", (event) => submit(event, form, list));
  recall(form, list);
};

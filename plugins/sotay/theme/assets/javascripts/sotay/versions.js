/* Goes to the version that held on a chosen day, and to the comparison of two chosen versions.
   Without scripts there are links to the history and to every comparison. */

const element = (name, properties = {}, children = []) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const spoken = () => {
  const said = element("p");
  said.setAttribute("role", "status");
  return said;
};

const inWords = (day) => day.split("-").reverse().join("/");

const periodsOf = (text) =>
  text.split(" ").map((period) => {
    const [starts, ends, version] = period.split("/");
    return { starts, ends, version };
  });

const holdsOn = (day) => (period) => day && period.starts <= day && (!period.ends || day <= period.ends);

function chooseDay(moment) {
  const periods = periodsOf(moment.dataset.periods);
  const asked = new URLSearchParams(location.search).get("ngay") ?? "";
  const words = element("span", { className: "moment__label", textContent: "Tại ngày " });
  const field = element("input", { type: "date", required: true, min: moment.dataset.earliest, value: asked });
  const button = element("button", { type: "submit", textContent: "Xem" });
  const form = element("form", { noValidate: true }, [element("label", {}, [words, field]), button]);
  const said = spoken();
  form.addEventListener("submit", (event) => {
    const day = field.value;
    const found = periods.find(holdsOn(day));
    event.preventDefault();
    if (found) {
      location.assign(`${moment.dataset.versions}${found.version}/?ngay=${day}`);
    } else {
      said.textContent = day ? `Ngày ${inWords(day)} không có bản nào có hiệu lực.` : "Hãy chọn một ngày.";
    }
  });
  moment.classList.add("moment--form");
  moment.querySelector(".moment__day").replaceChildren(form);
  moment.append(said);
}

const choiceOf = (words, versions, chosen) => {
  const options = versions.map((version) =>
    element("option", { value: version, textContent: `Bản ${version}`, selected: version === chosen }),
  );
  const select = element("select", {}, options);
  return { label: element("label", { textContent: words }, [select]), select };
};

function choosePair(card) {
  const pairs = card.querySelector(".pairs");
  const links = [...pairs.querySelectorAll("a")];
  if (links.length < 2) {
    return;
  }
  const shown = links.find((link) => link.hasAttribute("aria-current")) ?? links[0];
  const versions = [...new Set(links.flatMap((link) => [link.dataset.new, link.dataset.old]))];
  const one = choiceOf("Bản thứ nhất", versions, shown.dataset.old);
  const other = choiceOf("Bản thứ hai", versions, shown.dataset.new);
  const button = element("button", { type: "submit", textContent: "So sánh" });
  const form = element("form", {}, [one.label, other.label, button]);
  const said = spoken();
  form.addEventListener("submit", (event) => {
    const chosen = [one.select.value, other.select.value];
    const found = links.find(({ dataset }) => chosen.includes(dataset.old) && chosen.includes(dataset.new));
    event.preventDefault();
    if (found) {
      location.assign(found.href);
    } else {
      said.textContent = "Hãy chọn hai bản khác nhau.";
    }
  });
  const all = element("details", {}, [element("summary", { textContent: "Mọi cặp bản" })]);
  pairs.before(form, said, all);
  all.append(pairs);
}

export function start(place) {
  if (place.matches(".moment")) {
    chooseDay(place);
  } else {
    choosePair(place);
  }
}

/* Goes to the version that held on a chosen day, and to the comparison of two chosen versions.
   Without scripts there are links to the history and to every comparison. */
(function () {
  "use strict";

  function element(name, properties, children) {
    var made = Object.assign(document.createElement(name), properties);
    made.append.apply(made, children || []);
    return made;
  }

  function inWords(day) {
    return day.split("-").reverse().join("/");
  }

  function chooseDay(moment) {
    var periods = moment.dataset.periods.split(" ").map(function (text) {
      var parts = text.split("/");
      return { starts: parts[0], ends: parts[1], version: parts[2] };
    });
    var asked = new URLSearchParams(location.search).get("ngay") || "";
    var words = element("span", { className: "moment__label", textContent: "Tại ngày " });
    var field = element("input", { type: "date", required: true, min: moment.dataset.earliest, value: asked });
    var button = element("button", { type: "submit", textContent: "Xem" });
    var form = element("form", { noValidate: true }, [element("label", {}, [words, field]), button]);
    var said = element("p", {});
    said.setAttribute("role", "status");
    form.addEventListener("submit", function (event) {
      var day = field.value;
      var found = periods.filter(function (period) {
        return day && period.starts <= day && (!period.ends || day <= period.ends);
      })[0];
      event.preventDefault();
      if (found) {
        location.assign(moment.dataset.versions + found.version + "/?ngay=" + day);
      } else {
        said.textContent = day ? "Ngày " + inWords(day) + " không có bản nào có hiệu lực." : "Hãy chọn một ngày.";
      }
    });
    moment.classList.add("moment--form");
    moment.querySelector(".moment__day").replaceChildren(form);
    moment.append(said);
  }

  function list(words, versions, chosen) {
    var select = element("select", {}, versions.map(function (version) {
      return element("option", { value: version, textContent: "Bản " + version, selected: version === chosen });
    }));
    return { label: element("label", { textContent: words }, [select]), select: select };
  }

  function choosePair(card) {
    var pairs = card.querySelector(".pairs");
    var links = Array.from(pairs.querySelectorAll("a"));
    var shown = links.filter(function (link) { return link.hasAttribute("aria-current"); })[0] || links[0];
    var versions = [];
    links.forEach(function (link) {
      [link.dataset.new, link.dataset.old].forEach(function (version) {
        if (versions.indexOf(version) < 0) {
          versions.push(version);
        }
      });
    });
    if (links.length < 2) {
      return;
    }
    var one = list("Bản thứ nhất", versions, shown.dataset.old);
    var other = list("Bản thứ hai", versions, shown.dataset.new);
    var button = element("button", { type: "submit", textContent: "So sánh" });
    var form = element("form", {}, [one.label, other.label, button]);
    var said = element("p", {});
    said.setAttribute("role", "status");
    form.addEventListener("submit", function (event) {
      var chosen = [one.select.value, other.select.value];
      var found = links.filter(function (link) {
        return chosen.indexOf(link.dataset.old) >= 0 && chosen.indexOf(link.dataset.new) >= 0;
      })[0];
      event.preventDefault();
      if (found) {
        location.assign(found.href);
      } else {
        said.textContent = "Hãy chọn hai bản khác nhau.";
      }
    });
    var all = element("details", {}, [element("summary", { textContent: "Mọi cặp bản" })]);
    pairs.before(form, said, all);
    all.append(pairs);
  }

  document.querySelectorAll(".moment").forEach(chooseDay);
  document.querySelectorAll(".compare").forEach(choosePair);
})();

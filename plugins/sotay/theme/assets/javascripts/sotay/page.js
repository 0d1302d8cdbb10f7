/* Opens search from its button, and narrows the papers to one case and one way of filing.
   Without scripts the page shows everything. */
(function () {
  "use strict";

  function openSearch(button) {
    var label = document.querySelector("header [for=__search]");
    var query = document.querySelector(".md-search__input");
    button.addEventListener("click", function () {
      label.click();
      query.focus();
    });
  }

  function choice(name, title, options, changed) {
    var set = document.createElement("fieldset");
    set.className = "choose";
    var legend = document.createElement("legend");
    legend.textContent = title;
    set.append(legend);
    options.forEach(function (option, index) {
      var label = document.createElement("label");
      var input = document.createElement("input");
      var words = document.createElement("span");
      input.type = "radio";
      input.name = name;
      input.value = option.value;
      input.checked = index === 0;
      input.addEventListener("change", changed);
      words.textContent = option.words;
      label.append(input, words);
      set.append(label);
    });
    return set;
  }

  function narrowPapers(dossier) {
    var cases = Array.from(dossier.querySelectorAll(".case[data-when]"));
    var papers = Array.from(dossier.querySelectorAll(".paper"));
    var ways = JSON.parse(dossier.dataset.ways || "[]");
    var all = { value: "", words: "Tất cả" };
    var panel = document.createElement("div");
    var count = document.createElement("p");
    panel.className = "chooser";
    count.className = "chooser__count";
    count.setAttribute("role", "status");

    function chosen(name) {
      var input = panel.querySelector("input[name=" + name + "]:checked");
      return input ? input.value : "";
    }

    function apply() {
      var when = chosen("truong-hop");
      var way = chosen("cach-nop");
      cases.forEach(function (part) {
        part.hidden = Boolean(when) && part.dataset.when !== when;
      });
      papers.forEach(function (paper) {
        var only = paper.dataset.channels;
        paper.hidden = Boolean(way && only) && only.split(" ").indexOf(way) < 0;
      });
      var needed = papers.filter(function (paper) {
        return !paper.hidden && !paper.closest("[hidden]") && paper.querySelector("input");
      });
      count.textContent = when || way ? "Cần xem " + needed.length + " loại giấy tờ dưới đây." : "";
    }

    if (cases.length > 1) {
      var whens = cases.map(function (part) {
        return { value: part.dataset.when, words: part.dataset.words };
      });
      panel.append(choice("truong-hop", "Trường hợp của ông, bà", [all].concat(whens), apply));
    }
    if (ways.length > 1 && papers.some(function (paper) { return paper.dataset.channels; })) {
      panel.append(choice("cach-nop", "Cách nộp", [all].concat(ways), apply));
    }
    if (panel.children.length) {
      panel.append(count);
      dossier.querySelector("h2").after(panel);
    }
  }

  document.querySelectorAll("[data-open-search]").forEach(openSearch);
  document.querySelectorAll(".dossier").forEach(narrowPapers);
})();

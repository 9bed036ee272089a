package io.fortyeight.core.counting;

import io.fortyeight.core.counting.RulesCard.Part;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a rules card in the canonical form of RFC 8785. By hand, so that no library's change can change a hash. */
final class CardJson {

    private CardJson() {}

    static String canonical(RulesCard card) {
        var members = new TreeMap<String, String>();
        members.put("preset", quoted(card.preset()));
        members.put("robots", quoted(card.robots()));
        card.parts().forEach((name, part) -> {
            if (part != null || !RulesCard.isLeftOutWhenOff(name)) {
                members.put(name, part == null ? "null" : of(part));
            }
        });
        return object(members);
    }

    private static String of(Part part) {
        var members = new TreeMap<String, String>();
        for (var member : CardMember.of(part.getClass())) {
            if (!member.isLeftOut() || !member.value(part).equals(0)) {
                var text = member.text(part);
                members.put(member.name(), member.kind() == CardMember.Kind.COUNT ? text : quoted(text));
            }
        }
        return object(members);
    }

    private static String object(SortedMap<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** RFC 8785, 3.2.2.2: short escapes where JSON has them, {@code \\u00xx} for other controls, all else as it is. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (codePoint < ' ') {
                        json.append(String.format("\\u%04x", codePoint));
                    } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                        throw new IllegalArgumentException("Not well-formed Unicode: a lone surrogate");
                    } else {
                        json.appendCodePoint(codePoint);
                    }
                }
            }
        });
        return json.append('"').toString();
    }
}

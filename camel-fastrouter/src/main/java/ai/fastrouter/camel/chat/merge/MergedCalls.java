package ai.fastrouter.camel.chat.merge;

import ai.fastrouter.camel.model.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the fragments of tool calls together: by index, else by id, else by position. A call that comes whole in one delta is one
 * fragment (FastRouter).
 */
final class MergedCalls {

    private List<Building> calls;

    void add(List<ToolCall> fragments) {
        for (int i = 0; i < fragments.size(); i++) {
            calls = calls == null ? new ArrayList<>() : calls;
            ToolCall fragment = fragments.get(i);
            Building building = find(fragment, i);
            if (building == null) {
                building = new Building();
                calls.add(building);
            }
            building.add(fragment);
        }
    }

    /** Null if there are none. In the order of their indexes, where they have some. */
    List<ToolCall> whole() {
        if (calls == null) {
            return null;
        }
        return calls.stream()
                .sorted((a, b) -> a.index == null || b.index == null ? 0 : Integer.compare(a.index, b.index))
                .map(Building::whole)
                .toList();
    }

    private Building find(ToolCall fragment, int position) {
        String id = fragment.id() == null || fragment.id().isEmpty() ? null : fragment.id();
        if (id != null) {
            Building known = byId(id);
            if (known != null) {
                return known;
            }
        }
        if (fragment.index() != null) {
            return byIndex(fragment.index(), id);
        }
        return id == null && position < calls.size() ? calls.get(position) : null;
    }

    /** The latest one: some servers give all their calls the index 0. One with another id is another call. */
    private Building byIndex(Integer index, String id) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            Building building = calls.get(i);
            if (index.equals(building.index)) {
                return id == null || building.id == null ? building : null;
            }
        }
        return null;
    }

    private Building byId(String id) {
        for (Building building : calls) {
            if (id.equals(building.id)) {
                return building;
            }
        }
        return null;
    }

    /** A call while its fragments come. */
    private static final class Building {
        private final StringBuilder arguments = new StringBuilder();
        private Integer index;
        private String id;
        private String name;
        private Map<String, Object> further;

        void add(ToolCall fragment) {
            index = fragment.index() == null ? index : fragment.index();
            id = fragment.id() == null || fragment.id().isEmpty() ? id : fragment.id();
            name = fragment.name() == null || fragment.name().isEmpty() ? name : fragment.name();
            arguments.append(fragment.arguments());
            if (!fragment.additionalFields().isEmpty()) {
                further = further == null ? new LinkedHashMap<>() : further;
                further.putAll(fragment.additionalFields());
            }
        }

        ToolCall whole() {
            return new ToolCall(null, id, name, arguments.toString(), further);
        }
    }
}

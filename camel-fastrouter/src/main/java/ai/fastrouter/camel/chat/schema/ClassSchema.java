package ai.fastrouter.camel.chat.schema;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The JSON schema of a class, as Jackson would read it: records and beans, their names and descriptions by Jackson's annotations. In
 * the subset that strict answers take, every property required, none besides (OpenAI), except where a class leaves open what it
 * holds: maps, {@code Object}, and classes without properties.
 */
final class ClassSchema {

    private final ObjectMapper mapper;
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private ClassSchema(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws IllegalArgumentException if the class is no object with properties */
    static Map<String, Object> of(Class<?> type, ObjectMapper mapper) {
        ClassSchema schema = new ClassSchema(mapper);
        JavaType root = mapper.constructType(type);
        schema.names.put(type, "#");
        Map<String, Object> result = schema.object(root);
        if (result == null) {
            throw new IllegalArgumentException("Option outputClass=" + type.getName()
                    + " is not valid: it must be a record or a bean with properties");
        }
        Map<String, Object> titled = new LinkedHashMap<>();
        titled.put("title", type.getSimpleName());
        titled.putAll(result);
        if (!schema.definitions.isEmpty()) {
            titled.put("$defs", schema.definitions);
        }
        return titled;
    }

    private Object schema(JavaType type) {
        Map<String, Object> simple = SimpleSchemas.of(type);
        if (simple != null) {
            return simple;
        }
        // without its module for JDK 8 Jackson does not know that an Optional refers to something
        if (type.isReferenceType() || type.getRawClass() == Optional.class) {
            return Map.of("anyOf", List.of(schema(type.containedTypeOrUnknown(0)), Map.of("type", "null")));
        }
        if (type.isMapLikeType()) {
            return new TreeMap<>(Map.of("type", "object", "additionalProperties", schema(type.getContentType())));
        }
        if (type.isArrayType() || type.isCollectionLikeType()) {
            return new TreeMap<>(Map.of("type", "array", "items", schema(type.getContentType())));
        }
        if (type.isEnumType()) {
            return constants(type);
        }
        return reference(type);
    }

    /** Each class once, so that one that holds itself has an end. */
    private Object reference(JavaType type) {
        Class<?> raw = type.getRawClass();
        String known = names.get(raw);
        if (known == null) {
            String name = raw.getSimpleName();
            known = "#/$defs/" + (names.containsValue("#/$defs/" + name) ? name + names.size() : name);
            names.put(raw, known);
            Map<String, Object> object = object(type);
            definitions.put(known.substring("#/$defs/".length()), object == null ? Map.of("type", "object") : object);
        }
        return Map.of("$ref", known);
    }

    private Map<String, Object> object(JavaType type) {
        BeanDescription bean = mapper.getDeserializationConfig().introspect(type);
        Map<String, Object> properties = new LinkedHashMap<>();
        for (BeanPropertyDefinition property : bean.findProperties()) {
            if (property.couldDeserialize()) {
                properties.put(property.getName(), described(property));
            }
        }
        if (properties.isEmpty()) {
            return null;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        String description = bean.findClassDescription();
        if (description != null) {
            object.put("description", description);
        }
        object.put("properties", properties);
        object.put("required", new ArrayList<>(properties.keySet()));
        object.put("additionalProperties", false);
        return object;
    }

    private Object described(BeanPropertyDefinition property) {
        Object schema = schema(property.getPrimaryType());
        String description = property.getMetadata().getDescription();
        if (description == null || !(schema instanceof Map<?, ?> map)) {
            return schema;
        }
        Map<String, Object> described = new LinkedHashMap<>();
        map.forEach((key, value) -> described.put(key.toString(), value));
        described.put("description", description);
        return described;
    }

    private Map<String, Object> constants(JavaType type) {
        List<String> values = Arrays.stream(type.getRawClass().getEnumConstants())
                .map(constant -> mapper.convertValue(constant, String.class))
                .toList();
        return new TreeMap<>(Map.of("type", "string", "enum", values));
    }
}

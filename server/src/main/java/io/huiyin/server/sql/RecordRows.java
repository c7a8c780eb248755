package io.huiyin.server.sql;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Rows as records: the component {@code dueOn} is the column {@code due_on}. A component without a column, and an empty cell for a
 * number or a yes-or-no that cannot be empty, are faults of the statement and throw.
 */
final class RecordRows<T> implements RowMapper<T> {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Class<T> type;
    private final Shape shape;
    private int @Nullable [] columns;

    private RecordRows(Class<T> type) {
        this.type = type;
        this.shape = SHAPES.get(type);
    }

    /** A mapper for one result. */
    static <T> RecordRows<T> of(Class<T> type) {
        return new RecordRows<>(type);
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        int[] found = columns;
        if (found == null) {
            found = shape.columns(row.getMetaData());
            columns = found;
        }
        @Nullable Object[] values = new Object[found.length];
        for (int i = 0; i < found.length; i++) values[i] = shape.value(i, row, found[i]);
        return type.cast(shape.record(values));
    }

    private interface Cell {
        @Nullable
        Object read(ResultSet row, int column) throws SQLException;
    }

    /** A record class: its components, how each is read, and its constructor. */
    private record Shape(
            String name, String[] components, boolean[] primitive, Cell[] cells, MethodHandle constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            boolean[] primitive = new boolean[components.length];
            Cell[] cells = new Cell[components.length];
            for (int i = 0; i < components.length; i++) {
                primitive[i] = components[i].getType().isPrimitive();
                cells[i] = cell(components[i]);
            }
            String[] names =
                    Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
            return new Shape(type.getName(), names, primitive, cells, constructor(type, components));
        }

        private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                        .findConstructor(type, MethodType.methodType(void.class, types))
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName(), e);
            }
        }

        private static Cell cell(RecordComponent component) {
            Class<?> type = component.getType();
            if (type == String.class) return ResultSet::getString;
            if (type == Instant.class) return Shape::instant;
            if (type == LocalDate.class) return (row, column) -> row.getObject(column, LocalDate.class);
            if (type == long.class || type == Long.class) return (row, column) -> orEmpty(row, row.getLong(column));
            if (type == int.class || type == Integer.class) return (row, column) -> orEmpty(row, row.getInt(column));
            if (type == boolean.class || type == Boolean.class)
                return (row, column) -> orEmpty(row, row.getBoolean(column));
            if (type == byte[].class) return ResultSet::getBytes;
            if (type.isEnum()) return word(type);
            TypeDescriptor wanted = new TypeDescriptor(ResolvableType.forType(component.getGenericType()), type, null);
            return (row, column) -> converted(row, column, wanted);
        }

        /** An enum's words stand in the column; a word it does not know is a fault. */
        private static Cell word(Class<?> type) {
            Map<String, Object> words = new HashMap<>();
            for (Object constant : type.getEnumConstants()) words.put(((Enum<?>) constant).name(), constant);
            return (row, column) -> {
                String word = row.getString(column);
                Object constant = words.get(word);
                if (word != null && constant == null)
                    throw new DataRetrievalFailureException(type.getName() + ": no " + word);
                return constant;
            };
        }

        private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }

        private static @Nullable Object orEmpty(ResultSet row, Object value) throws SQLException {
            return row.wasNull() ? null : value;
        }

        private static @Nullable Object converted(ResultSet row, int column, TypeDescriptor wanted)
                throws SQLException {
            Object value = JdbcUtils.getResultSetValue(row, column, wanted.getType());
            if (value == null || wanted.getType().isInstance(value)) return value;
            return DefaultConversionService.getSharedInstance().convert(value, TypeDescriptor.forObject(value), wanted);
        }

        int[] columns(ResultSetMetaData result) throws SQLException {
            Map<String, Integer> places = new HashMap<>();
            for (int i = result.getColumnCount(); i > 0; i--) places.put(plain(result.getColumnLabel(i)), i);
            int[] columns = new int[components.length];
            for (int i = 0; i < columns.length; i++) {
                Integer place = places.get(plain(components[i]));
                if (place == null)
                    throw new DataRetrievalFailureException(
                            name + ": the statement has no column for " + components[i]);
                columns[i] = place;
            }
            return columns;
        }

        private static String plain(String label) {
            return label.replace("_", "").toLowerCase(Locale.ROOT);
        }

        @Nullable
        Object value(int component, ResultSet row, int column) throws SQLException {
            Object value = cells[component].read(row, column);
            if (value == null && primitive[component])
                throw new DataRetrievalFailureException(name + ": an empty cell for " + components[component]);
            return value;
        }

        Object record(@Nullable Object[] values) {
            try {
                return constructor.invokeExact(values);
            } catch (RuntimeException | Error refused) {
                throw refused;
            } catch (Throwable checked) {
                throw new IllegalStateException(name, checked);
            }
        }
    }
}

package ai.fastrouter.camel.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsCacheTest {

    private static final ModelFilter FILTER = new ModelFilter(List.of(), List.of());
    private static final ModelList LIST = new ModelList(null, List.of());

    private final List<Object> told = new ArrayList<>();
    private long now = -5;
    private final ModelsCache cache = new ModelsCache(100, () -> now);

    private final ModelsCache.Waiter waiter = new ModelsCache.Waiter() {
        @Override
        public void onList(ModelList list) {
            told.add(list);
        }

        @Override
        public void onFailure(FastRouterException failure) {
            told.add(failure);
        }
    };

    @Test
    void list_isGoodForItsTime() {
        assertThat(cache.mustFetch(FILTER, waiter)).isTrue();
        cache.loaded(FILTER, LIST);
        now += 99;
        assertThat(cache.mustFetch(FILTER, waiter)).isFalse();
        assertThat(told).containsExactly(LIST);
        now += 1;
        assertThat(cache.mustFetch(FILTER, waiter)).isTrue();
    }

    @Test
    void whoComesDuringAFetch_waitsForIt() {
        assertThat(cache.mustFetch(FILTER, waiter)).isTrue();
        assertThat(cache.mustFetch(FILTER, waiter)).isFalse();
        assertThat(cache.mustFetch(FILTER, waiter)).isFalse();
        assertThat(told).isEmpty();
        cache.loaded(FILTER, LIST);
        assertThat(told).containsExactly(LIST, LIST);
    }

    @Test
    void failure_isToldAndNotKept() {
        FastRouterException failure = new FastRouterException("no", ErrorDetails.NONE, null);
        cache.mustFetch(FILTER, waiter);
        cache.mustFetch(FILTER, waiter);
        cache.failed(FILTER, failure);
        assertThat(told).containsExactly(failure);
        assertThat(cache.mustFetch(FILTER, waiter)).isTrue();
    }

    @Test
    void filters_beyondTheBound_dropTheOldestList() {
        for (int i = 0; i < 65; i++) {
            ModelFilter filter = new ModelFilter(List.of("m" + i), List.of());
            cache.mustFetch(filter, waiter);
            cache.loaded(filter, LIST);
        }
        assertThat(cache.mustFetch(new ModelFilter(List.of("m64"), List.of()), waiter))
                .isFalse();
        assertThat(cache.mustFetch(new ModelFilter(List.of("m0"), List.of()), waiter))
                .isTrue();
    }
}

package ai.fastrouter.camel.job.poll;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.job.answer.AnswerReader;
import ai.fastrouter.camel.job.answer.JobAnswer;
import ai.fastrouter.camel.job.poll.Verdict.Failed;
import ai.fastrouter.camel.job.poll.Verdict.Finished;
import ai.fastrouter.camel.job.poll.Verdict.Later;
import ai.fastrouter.camel.job.poll.Verdict.Reason;
import ai.fastrouter.camel.job.poll.Verdict.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollRulesTest {

    private static final Duration OLD = Duration.ofMinutes(1);
    private final PollRules rules = new PollRules(3);

    static JobAnswer answer(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return AnswerReader.read(bytes, bytes.length);
    }

    static FastRouterException failure(int status, String code) {
        ErrorDetails details = new ErrorDetails(null, null, status, null, code, null, null);
        return new FastRouterRequestException("said no", details, null);
    }

    private Verdict ok(String json) {
        return rules.judge(PollResult.ok(200, answer(json)), 0, 0, OLD);
    }

    private Verdict refused(int status, String json) {
        return rules.judge(PollResult.refused(status, answer(json), failure(status, null)), 0, 0, OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'status':'IN_QUEUE'}", "{'status':'In_Progress'}", "{'status':'DREAMING'}", "{}", ""})
    void ok_queuedWorkedOnUnknownOrEmpty_goesOn(String json) {
        assertThat(ok(json))
                .isInstanceOfSatisfying(
                        Waiting.class, w -> assertThat(w.reason()).isEqualTo(Reason.GOING_ON));
    }

    @Test
    void ok_withAudio_isFinishedWhateverTheStatus() {
        assertThat(ok("{'audio_url':'https://m.example/a.wav'}")).isInstanceOf(Finished.class);
        assertThat(ok("{'status':'IN_PROGRESS','audio_url':'https://m.example/a.wav'}"))
                .isInstanceOf(Finished.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "failed", "Error", "CANCELLED", "canceled"})
    void ok_failedStatusInAnyCase_isFailed(String status) {
        assertThat(ok("{'status':'" + status + "','message':'no gpu'}"))
                .isInstanceOfSatisfying(Failed.class, failed -> {
                    assertThat(failed.code()).isEqualTo("job_failed");
                    assertThat(failed.reason()).isEqualTo("no gpu");
                });
    }

    @Test
    void ok_failedButSaysInProgress_goesOn() {
        assertThat(ok("{'status':'FAILED','detail':'Request is still in progress'}"))
                .isInstanceOf(Waiting.class);
    }

    @Test
    void ok_completedWithoutAudio_isAskedAgainThenFailed() {
        PollResult result = PollResult.ok(200, answer("{'status':'completed'}"));

        assertThat(rules.judge(result, 2, 0, OLD))
                .isInstanceOfSatisfying(
                        Waiting.class, w -> assertThat(w.reason()).isEqualTo(Reason.NO_AUDIO_YET));
        assertThat(rules.judge(result, 3, 0, OLD))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.code()).isEqualTo("completed_without_audio"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void refused_butSaysInProgress_goesOn(int status) {
        assertThat(refused(status, "{'detail':'Request is still in progress'}")).isInstanceOf(Waiting.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 422})
    void refused_forGood_isFailed(int status) {
        assertThat(refused(status, "{'detail':'bad'}")).isInstanceOf(Failed.class);
    }

    @Test
    void notFound_oldJob_isExpired() {
        assertThat(refused(404, "{}"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.code()).isEqualTo("job_expired"));
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "2,false"})
    void notFound_newJob_isAskedAgainTwice(int before, boolean again) {
        PollResult result = PollResult.refused(404, null, failure(404, null));

        Verdict verdict = rules.judge(result, 0, before, Duration.ofSeconds(3));

        assertThat(verdict).isInstanceOf(again ? Waiting.class : Failed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 409, 425, 429, 500, 502, 503, 504, 529})
    void refused_forNow_keepsTheJob(int status) {
        assertThat(refused(status, "{'detail':'busy'}"))
                .isInstanceOfSatisfying(
                        Later.class, later -> assertThat(later.rateLimited()).isEqualTo(status == 429));
    }

    @Test
    void noResponse_keepsTheJob() {
        FastRouterException broken = new FastRouterTransientException("reset", ErrorDetails.NONE, null);

        assertThat(rules.judge(PollResult.broken(broken), 0, 0, OLD)).isInstanceOf(Later.class);
    }
}

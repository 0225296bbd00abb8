package ai.fastrouter.camel.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.fastrouter.camel.model.AudioJob;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static JobAnswer read(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return AnswerReader.read(bytes, bytes.length);
    }

    @Test
    void submitAnswer_whole_isRead() {
        JobAnswer answer = read("{'chat_id':'fr_77','model':'ace-step/prompt-to-audio','status':'in_queue',"
                + "'request_id':'r-1','response_url':'https://queue.example/r-1','status_url':'https://queue.example/r-1/status',"
                + "'cancel_url':'https://queue.example/r-1/cancel','logs':null,'queue_position':3.0,"
                + "'usage':{'credits_used':0.05,'provider':'falai'}}");

        AudioJob job = answer.job();
        assertThat(answer.isPending()).isTrue();
        assertThat(answer.hasAudio()).isFalse();
        assertThat(answer.failed()).isFalse();
        assertThat(job.requestId()).isEqualTo("r-1");
        assertThat(job.chatId()).isEqualTo("fr_77");
        assertThat(job.status()).isEqualTo("IN_QUEUE");
        assertThat(job.queuePosition()).isEqualTo(3);
        assertThat(job.responseUrl()).isEqualTo("https://queue.example/r-1");
        assertThat(job.usage().provider()).isEqualTo("falai");
        assertThat(job.usage().additionalFields()).contains(entry("credits_used", new BigDecimal("0.05")));
        assertThat(job.additionalFields()).isEmpty();
    }

    @Test
    void ids_asNumbers_areReadAsText() {
        assertThat(read("{'request_id':17,'chat_id':4.5}").job().requestId()).isEqualTo("17");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'audio_url':'https://m.example/a.wav'} | https://m.example/a.wav",
                "{'audio_url':{'url':'https://m.example/b.wav'}} | https://m.example/b.wav",
                "{'audio':{'url':'https://m.example/c.wav'}} | https://m.example/c.wav",
                "{'audio':'http://m.example/d.wav'} | http://m.example/d.wav",
                "{'audio_file':{'url':'https://m.example/e.wav'}} | https://m.example/e.wav",
                "{'data':{'audio_url':'https://m.example/f.wav'}} | https://m.example/f.wav",
                "{'output':{'audio':{'url':'https://m.example/g.wav'}}} | https://m.example/g.wav",
                "{'result':[{'audio_file':{'url':'https://m.example/h.wav'}}]} | https://m.example/h.wav",
                "{'response':{'audio':'https://m.example/i.wav'}} | https://m.example/i.wav",
                "{'fastrouter_assets':{'status':'ready','urls':['https://m.example/j.wav']}} | https://m.example/j.wav",
                "{'data':[{'url':'https://m.example/k.wav'}]} | https://m.example/k.wav",
                "{'data':[{'url':'https://m.example/x.wav'}],'audio_url':'https://m.example/l.wav'} | https://m.example/l.wav"
            })
    void locator_inAnyOfItsPlaces_isFound(String json, String url) {
        assertThat(read(json).job().audioUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'audio_url':'file:///etc/passwd'}",
                "{'audio_url':'ftp://m.example/a.wav'}",
                "{'audio_url':'https:///a.wav'}",
                "{'audio_url':'not an address'}",
                "{'audio_url':17}",
                "{'audio':{}}",
                "{'data':[]}",
                "{'fastrouter_assets':{'status':'pending','urls':[]}}"
            })
    void locator_thatIsNoWebAddress_isPassedOver(String json) {
        assertThat(read(json).hasAudio()).isFalse();
    }

    @Test
    void upstreamShape_keepsTypeNameAndFurtherFields() {
        JobAnswer answer =
                read("{'audio':{'url':'https://m.example/a.wav','content_type':'audio/wav','file_name':'a.wav',"
                        + "'file_size':5},'seed':42,'tags':'lofi','lyrics':''}");

        assertThat(answer.job().contentType()).isEqualTo("audio/wav");
        assertThat(answer.job().fileName()).isEqualTo("a.wav");
        assertThat(answer.job().additionalFields()).containsEntry("seed", 42).containsEntry("tags", "lofi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'error':{'message':'boom'}} | boom",
                "{'error':'boom'} | boom",
                "{'detail':'boom'} | boom",
                "{'detail':[{'loc':['body'],'msg':'too short','type':'v'},{'msg':'bad'}]} | too short; bad",
                "{'status':'Failed','message':'boom'} | boom",
                "{'status':'CANCELED','message':'stopped'} | stopped"
            })
    void failure_inAnyEnvelope_isRead(String json, String text) {
        assertThat(read(json).failed()).isTrue();
        assertThat(read(json).error()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'error':null}", "{'error':{}}", "{'error':''}", "{'detail':[]}", "{'status':'WHATEVER'}"})
    void answer_withoutAnError_isNoFailure(String json) {
        assertThat(read(json).failed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':'FAILED','detail':'Request is still in progress'}",
                "{'error':{'message':'the request is IN PROGRESS'}}",
                "{'message':'IN_PROGRESS'}",
                "{'detail':[{'msg':'Request is still in progress'}]}"
            })
    void text_thatSaysInProgress_isSeen(String json) {
        assertThat(read(json).inProgress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "<html>", "{'a':", "'text'"})
    void body_thatIsNoObject_isNoAnswer(String body) {
        assertThat(read(body)).isNull();
    }

    @Test
    void job_writtenAsJson_isReadBackWhole() throws Exception {
        AudioJob job = new AudioJob(
                "r-1",
                "fr_1",
                "ace-step/prompt-to-audio",
                "COMPLETED",
                "https://q.example/r",
                "https://q.example/s",
                "https://q.example/c",
                2,
                "https://m.example/a.wav",
                "audio/wav",
                "a.wav",
                new BigDecimal("10.5"),
                read("{'usage':{'cost':0.01,'credits_used':0.05,'provider':'falai'}}")
                        .job()
                        .usage(),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T00:01:00Z"),
                7,
                Map.of("seed", 42));

        String json = new ObjectMapper().writeValueAsString(job);

        assertThat(AnswerReader.readJob(json)).isEqualTo(job);
    }

    @Test
    void answer_addedToAJob_winsWhereItTellsSomething() {
        AudioJob known = read("{'request_id':'r-1','status':'IN_QUEUE','response_url':'https://q.example/r',"
                        + "'queue_position':4,'logs':'x'}")
                .job();
        Instant end = Instant.parse("2026-01-01T00:01:00Z");

        AudioJob job = read("{'audio_url':'https://m.example/a.wav','duration':'10.0','seed':1}")
                .addedTo(known, 3, end);

        assertThat(job.requestId()).isEqualTo("r-1");
        assertThat(job.responseUrl()).isEqualTo("https://q.example/r");
        assertThat(job.status()).isEqualTo("COMPLETED");
        assertThat(job.duration()).isEqualByComparingTo("10");
        assertThat(job.polls()).isEqualTo(3);
        assertThat(job.finishedAt()).isEqualTo(end);
        assertThat(job.additionalFields()).containsOnlyKeys("logs", "seed");
    }

    @Test
    void job_asText_showsNeitherIdsNorAddresses() {
        AudioJob job = read("{'request_id':'r-1','status':'IN_QUEUE','response_url':'https://q.example/r'}")
                .job();

        assertThat(job.toString()).contains("IN_QUEUE").doesNotContain("r-1").doesNotContain("example");
    }
}

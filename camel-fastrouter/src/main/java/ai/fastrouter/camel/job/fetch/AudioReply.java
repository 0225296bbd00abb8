package ai.fastrouter.camel.job.fetch;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.spool.Spool;
import ai.fastrouter.camel.exchange.spool.SpoolSettings;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.ResponseHead;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;

/** Takes the response to one request of a download: looks whether it may be taken, and writes it into a spool as it comes. */
final class AudioReply implements ResponseHandler, BodyReceiver {

    /** The code of a failure to write what was read. */
    static final String NOT_WRITTEN = "spool_failed";

    private final Download download;
    private final URI uri;
    private final FetchRules rules;
    private final SpoolSettings settings;
    private ResponseHead head;
    private Spool spool;
    private String refusal;
    private String trouble;
    private boolean redirect;

    AudioReply(Download download, URI uri, FetchRules rules, SpoolSettings settings) {
        this.download = download;
        this.uri = uri;
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public BodyReceiver onHead(ResponseHead responseHead, BodyFlow flow) {
        head = responseHead;
        int status = head.status();
        redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        if (status != 200 && !redirect) {
            trouble = "the server answers with status " + status;
        } else if (!redirect && !rules.permitsType(head.mediaType())) {
            refusal = "its type " + shown(head.mediaType()) + " is none of downloadTypes";
        } else if (!redirect && !rules.permitsSize(head.contentLength())) {
            refusal = "it is larger than maxDownloadSize=" + rules.maxSize() + " bytes";
        } else if (!redirect) {
            spool = new Spool(settings, head.contentLength());
        }
        flow.request(BodyFlow.UNLIMITED);
        return this;
    }

    @Override
    public void onData(ByteBuffer data) throws FastRouterException {
        if (spool == null) {
            data.position(data.limit());
            if (refusal != null || trouble != null || redirect) {
                throw over(null); // the rest is of no interest
            }
            return;
        }
        if (!rules.permitsSize(spool.length() + data.remaining())) {
            refusal = "it is larger than maxDownloadSize=" + rules.maxSize() + " bytes";
            throw over(null);
        }
        try {
            spool.append(data);
        } catch (IOException e) {
            trouble = "it could not be written to the disk";
            throw over(e);
        }
    }

    private static FastRouterException over(IOException cause) {
        String code = cause == null ? "download_ended" : NOT_WRITTEN;
        return new FastRouterException("The download was ended", ErrorDetails.ofCode(code), cause);
    }

    @Override
    public void onEnd() {
        if (spool == null) {
            finish(null);
            return;
        }
        try {
            spool.complete();
        } catch (IOException e) {
            trouble = "it could not be written to the disk";
            finish(over(e));
            return;
        }
        if (spool.length() == 0) {
            trouble = "it is empty";
            finish(null);
        } else {
            download.fetched(head, new FetchedAudio(spool, head.mediaType()));
        }
    }

    @Override
    public void onFailure(FastRouterException failure) {
        finish(failure);
    }

    private void finish(FastRouterException failure) {
        if (spool != null) {
            spool.discard();
        }
        if (refusal != null) {
            download.refuse(refusal);
        } else if (trouble != null) {
            boolean ours = failure == null || failure.getCause() == null && "download_ended".equals(failure.getCode());
            download.fail(trouble, ours ? null : failure);
        } else if (redirect) {
            download.redirected(uri, head);
        } else {
            download.fail(failure.getMessage(), failure);
        }
    }

    private static String shown(String type) {
        return type.length() > 60 ? type.substring(0, 60) + "..." : type;
    }
}

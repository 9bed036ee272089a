package io.fortyeight.standings.result;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fortyeight.web.data.StoredJson;
import jakarta.inject.Singleton;

/** The JSON of certified results: it is stored, and published byte for byte as it was stored. */
@Singleton
public class ResultJson {

    private static final TypeReference<CertifiedResult> RESULT = new TypeReference<>() {};

    private final StoredJson json;

    ResultJson(StoredJson json) {
        this.json = json;
    }

    public String write(CertifiedResult result) {
        return json.text(result);
    }

    public CertifiedResult read(String body) {
        return json.value(body, RESULT);
    }
}
